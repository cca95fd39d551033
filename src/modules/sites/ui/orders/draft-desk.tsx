/* The desk of a draft: fields and annex above, the legal check, the paper below. What it does is decided by `draft-screen.tsx`. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { InspectionList } from '../../domain/missions/mission-answers.ts'
import type { OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { AnnexEditor } from './annex-editor.tsx'
import { annexOf, linesOf, silentLines } from './annex.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { ConfirmOrder } from './confirm-order.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { DiscardDraft } from './discard-draft.tsx'
import { type Draft, canBeKept, linesIn, signatureOf } from './draft-form.ts'
import { OrderFields } from './order-fields.tsx'
import { PaperOfDraft } from './paper-of-draft.tsx'

export interface DraftDeskProps {
  readonly id: string
  readonly draft: Draft
  /** The version that is being changed; 0 before the draft was ever kept. */
  readonly version: number
  readonly server: OrderDraftPage | null
  readonly change: (draft: Draft) => void
  readonly saving: boolean
  readonly trouble: unknown
  readonly conflict: OrderDraftPage | null
  readonly touched: boolean
  readonly wasKept: boolean
  readonly save: () => Promise<boolean>
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}
export function DraftDesk(desk: DraftDeskProps) {
  const { t } = useWords()
  const me = useMe().data
  const { draft, server, change } = desk
  const accepted = useAnswer<InspectionList>('/api/inspections?phase=accepted')
  const signed = server?.signedAs ?? null
  return (
    <Page
      title={t('draft.title')}
      crumbs={<AppLink to="/orders">{t('order.orders')}</AppLink>}
      under={[draft.form.number, desk.version > 0 ? t('draft.version', { n: desk.version }) : ''].filter(Boolean).join(' · ')}
      actions={
        <>
          {desk.version > 0 && signed === null && <DiscardDraft draft={desk.id} version={desk.version} />}
          <Button onClick={() => window.print()}>{t('order.draft.print')}</Button>
        </>
      }
    >
      {signed && (
        <Note tone="good">
          <AppLink to={`/orders/${signed.order}`}>{t('draft.signed-as', { number: signed.number })}</AppLink>
        </Note>
      )}
      {desk.conflict && <ConflictPanel mine={draft} theirs={desk.conflict} keepMine={desk.keepMine} takeTheirs={desk.takeTheirs} />}
      {desk.wasKept && !desk.conflict && (
        <Note tone="calm">
          {t('draft.kept-here')}{' '}
          <Button kind="quiet" onClick={desk.takeTheirs}>
            {t('draft.kept-here.drop')}
          </Button>
        </Note>
      )}
      <div className="no-print">
        <div className="columns">
          <Panel title={t('order.act')}>
            <OrderFields form={draft.form} change={(part) => change({ ...draft, form: { ...draft.form, ...part } })} />
          </Panel>
          <Panel title={t('order.annex')}>
            {accepted.error && <ErrorState error={accepted.error} again={accepted.again} />}
            <AnnexEditor
              kind={draft.form.orderKind}
              offered={accepted.data ? linesOf(accepted.data) : []}
              lines={draft.lines}
              onLines={(lines) => change({ ...draft, lines })}
            />
          </Panel>
        </div>
      </div>
      <ChecksPanel checks={server?.checks ?? null} stale={desk.touched} />
      {signed === null && <Actions {...desk} maySign={mayOpen('sites.order', me)} />}
      <h2 className="no-print">{t('order.preview')}</h2>
      <PaperOfDraft draft={draft} version={desk.version} />
    </Page>
  )
}

function Actions({
  id,
  draft,
  version,
  saving,
  trouble,
  conflict,
  touched,
  save,
  maySign,
}: DraftDeskProps & { readonly maySign: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [confirming, setConfirming] = useState(false)
  const { send, sending, error, forget } = useCommand('/api/orders')
  const silent = silentLines(draft.lines)
  const ready = canBeSigned(draft)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const askToSign = async () => {
    if (version === 0 || touched ? await save() : true) setConfirming(true)
  }
  const sign = async () => {
    const receipt = await send(signatureOf(draft, id)).catch(() => null)
    if (receipt) await navigate({ to: `/orders/${madeId(receipt)}` })
  }
  return (
    <div className="no-print">
      <form className="stack" onSubmit={keep}>
        {silent.length > 0 && <Note tone="red">{t('order.silent', { n: silent.length })}</Note>}
        {trouble !== null && <ErrorState error={trouble} />}
        <div className="form-actions">
          <span className="small grow" role="status">
            {touched ? t('draft.unsaved') : version > 0 ? t('draft.saved', { n: version }) : ''}
          </span>
          <Button type="submit" busy={saving} disabled={!canBeKept(draft) || conflict !== null || (!touched && version > 0)}>
            {t('draft.save')}
          </Button>
          {maySign && (
            <Button kind="primary" busy={saving} disabled={!ready || conflict !== null} onClick={() => void askToSign()}>
              {t('order.sign')}
            </Button>
          )}
        </div>
        <ConfirmOrder
          order={draft.form}
          lines={draft.lines}
          open={confirming}
          onOpen={(open) => {
            forget()
            setConfirming(open)
          }}
          onSign={() => void sign()}
          busy={sending}
          error={error}
        />
      </form>
    </div>
  )
}

/** What a signature cannot do without; everything else is the legal check's to say, and the server's to refuse. */
const canBeSigned = ({ form, lines }: Draft): boolean =>
  form.number.trim() !== '' &&
  form.signedOn !== '' &&
  form.effectiveFrom !== '' &&
  linesIn(form.legalBasis).length > 0 &&
  lines.length > 0 &&
  annexOf(lines).length === lines.length &&
  silentLines(lines).length === 0
