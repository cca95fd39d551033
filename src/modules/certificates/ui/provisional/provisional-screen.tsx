/*
An office without network: what is left of its numbers, the form, and the sheets with what became of each. Everything here works on the telephone alone;
the server hears of it when there is a line.
*/
import { useState } from 'react'
import type { Phone } from '../../../../app/field/phone.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { SheetFields } from './sheet-fields.tsx'
import { SheetPaper } from './sheet-paper.tsx'
import { type Sheet, mayWithdraw } from './sheets.ts'
import { type OfficeHere, useOffice, usePhone } from './use-office.ts'

export function ProvisionalScreen() {
  const { t } = useWords()
  const phone = usePhone()
  if (phone !== null) return <OnPhone phone={phone} />
  return (
    <Page title={t('provisional.title')} under={t('provisional.desk')}>
      <AppLink to="/certificates/blocks">{t('blocks.title')}</AppLink>
    </Page>
  )
}

function OnPhone({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const { here, answer, error, again, look } = useOffice(phone)
  const [shown, setShown] = useState<string | null>(null)
  if (here === null) return error ? <ErrorState error={error} again={again} /> : <Loading />
  const sheet = here.sheets.find((one) => one.number === shown)
  if (sheet !== undefined) {
    const office = here.office.blocks.find(({ block }) => block.id === sheet.block)?.block.officeName ?? ''
    return (
      <Page title={sheet.number} marks={<b>{t(`provisional.state.${sheet.state}`)}</b>}>
        <div className="no-print">
          <Button kind="quiet" onClick={() => setShown(null)}>
            {t('provisional.back')}
          </Button>
        </div>
        {sheet.data === null ? (
          <Note tone="calm">{t('provisional.gone')}</Note>
        ) : (
          <SheetPaper sheet={sheet} data={sheet.data} office={office} />
        )}
      </Page>
    )
  }
  const issued = (number: string) => {
    look()
    setShown(number)
  }
  return (
    <Page title={t('provisional.title')} under={t('provisional.under')} answer={answer}>
      <div className="stack">
        <Numbers here={here} onIssued={issued} />
        <Panel title={t('provisional.sheets')}>
          <div className="stack">
            {here.sheets.length === 0 && <p className="small">{t('provisional.sheets.none')}</p>}
            {here.sheets.map((one) => (
              <SheetRow key={`${one.number} ${one.lotNumber}`} sheet={one} onShow={() => setShown(one.number)} onWithdrawn={look} />
            ))}
          </div>
        </Panel>
      </div>
    </Page>
  )
}

function Numbers({ here, onIssued }: { readonly here: OfficeHere; readonly onIssued: (number: string) => void }) {
  const { t } = useWords()
  const { next, left, office } = here
  if (!next.ok) {
    const isNone = next.refusal.code === 'no-block-here'
    return (
      <>
        <EmptyState title={t('provisional.none')}>{t('provisional.none.explain')}</EmptyState>
        {!isNone && <Note tone="warn">{refusalText(next.refusal.code, next.refusal.facts)}</Note>}
      </>
    )
  }
  const { block, number } = next.value
  return (
    <>
      <p>
        <b>{block.block.officeName}</b>
        <br />
        {t('provisional.left', { n: left, until: dateText(block.block.validUntil) })}
      </p>
      <SheetFields office={office} number={number} onIssued={onIssued} />
    </>
  )
}

interface RowProps {
  readonly sheet: Sheet
  readonly onShow: () => void
  readonly onWithdrawn: () => void
}
function SheetRow({ sheet, onShow, onWithdrawn }: RowProps) {
  const { t } = useWords()
  const { number, refusal } = sheet
  return (
    <div className="stack">
      <p>
        <b>{number}</b> · {t(`provisional.state.${sheet.state}`)}
        <br />
        <span className="small">
          {sheet.lotNumber} · {sheet.exporterName} · <MassText grams={sheet.massGrams} /> · <DateText date={sheet.issuedOn} />
        </span>
      </p>
      {refusal !== null && <Note tone="red">{refusalText(refusal.code, refusal.facts)}</Note>}
      <div className="row tight">
        <Button onClick={onShow}>{t('provisional.show')}</Button>
        {mayWithdraw(sheet) && <Withdraw sheet={sheet} onDone={onWithdrawn} />}
      </div>
    </div>
  )
}

function Withdraw({ sheet, onDone }: { readonly sheet: Sheet; readonly onDone: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <ActDialog
      title={t('provisional.withdraw')}
      explain={t('provisional.withdraw.explain', { number: sheet.number })}
      go={t('provisional.withdraw')}
      kind="danger"
      path={`/api/number-blocks/${sheet.block}/own-withdrawals`}
      data={said === '' ? null : { number: sheet.number, reason: said }}
      onDone={onDone}
    >
      <LongTextField label={t('provisional.reason')} value={reason} onValue={setReason} required maxLength={1000} rows={2} />
    </ActDialog>
  )
}
