/*
Ready to send: all that was finished here and that the server has not taken, in the order in which it goes. One tap sends one, with what comes
before it. What was refused stays, says why and what to do.
*/
import { useState } from 'react'
import { offlineParts } from '../../../app/field/offline-parts.ts'
import type { OutboxItem, Phone } from '../../../app/field/phone.ts'
import { AppLink, Button, LinkButton } from '../../../app/kit/button.tsx'
import { Note } from '../../../app/kit/panel.tsx'
import { EmptyState, Loading } from '../../../app/kit/states.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../app/words.ts'
import { type MarkKind, shelfOf } from '../domain/sync-mark.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { useItemTitle } from './item-title.ts'
import { SendPanel } from './send-panel.tsx'
import { MarkText } from './sync-mark.tsx'
import { useOutbox } from './use-phone.ts'

export function ReadyShelf({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const { items, again } = useOutbox(phone)
  if (items === null) return <Loading />
  const ready = items.filter((item) => shelfOf(item) === 'ready')
  return (
    <>
      <SendPanel phone={phone} items={items} />
      {ready.length === 0 ? (
        <EmptyState title={t('phone.ready.none')}>
          <p>{t('phone.ready.none.do')}</p>
        </EmptyState>
      ) : (
        <ol className="shelf-items">
          {ready.map((item) => (
            <Item key={item.id} item={item} phone={phone} sent={again} />
          ))}
        </ol>
      )}
    </>
  )
}

const marks: { readonly [State in OutboxItem['state']]: MarkKind } = {
  ready: 'waiting',
  sending: 'sending',
  kept: 'waiting',
  taken: 'safe',
  refused: 'needs-you',
  'not-valid': 'error',
}

interface ItemProps {
  readonly item: OutboxItem
  readonly phone: Phone
  readonly sent: () => void
}
function Item({ item, phone, sent }: ItemProps) {
  const { t } = useWords()
  const title = useItemTitle(phone, item)
  const [busy, setBusy] = useState(false)
  const { state, photos, refusal } = item
  const asks = state === 'refused' || state === 'not-valid'
  const isStuck = (item.waitsFor ?? 0) > 0
  const address = addressOf(item)
  const part = offlineParts.find((one) => one.subjectOf(item.path, item.id) !== null)
  const send = async () => {
    setBusy(true)
    await phone.sync.run([item.id])
    setBusy(false)
    sent()
  }
  return (
    <li className={asks || isStuck ? 'needs-you' : undefined}>
      <div className="row tight">
        <b>{address === null ? title : <AppLink to={address}>{title}</AppLink>}</b>
        <MarkText kind={isStuck ? 'needs-you' : marks[state]} text={t(`phone.item.state.${state}`)} />
      </div>
      <div className="small">
        {[
          t('phone.item.when', { when: instantText(item.happenedAt) }),
          ...(photos.of === 0 ? [] : [t('phone.item.photos', photos)]),
          ...(item.mine ? [] : [t('phone.item.other')]),
        ].join(' · ')}
      </div>
      {isStuck && <Note tone="warn">{t('phone.item.missing.do', { n: item.waitsFor ?? 0 })}</Note>}
      {asks && (
        <Note tone="warn">
          {refusal && <p>{refusalText(refusal.code, refusal.facts)}</p>}
          <p>{t(state === 'refused' ? (part?.afterRefusal(item) ?? 'phone.item.refused.kept') : 'phone.item.not-valid.do')}</p>
        </Note>
      )}
      <div className="row tight">
        {part?.corrects(item) && state !== 'sending' && state !== 'not-valid' && <CorrectDialog phone={phone} item={item} part={part} />}
        {asks && address !== null && <LinkButton to={address}>{t('phone.item.open')}</LinkButton>}
        {state === 'refused' && (
          <Button kind="quiet" onClick={() => void phone.outbox.dismiss(item.id).then(sent)}>
            {t('phone.item.understood')}
          </Button>
        )}
        {!asks && (
          <Button busy={busy} onClick={() => void send()} aria-label={`${t('phone.send-one')} : ${title}`}>
            {t('phone.send-one')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** The page of what the item is about, where there is one. */
export function addressOf({ subject }: Pick<OutboxItem, 'subject'>): string | null {
  const [kind, id] = subject.split(':')
  return kind === 'inspection' && id ? `/inspections/${id}` : null
}
