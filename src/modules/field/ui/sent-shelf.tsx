/* Sent: what the server took, each with its receipt, and what it refused and somebody has seen. Old receipts may be put away; the server keeps what they are about. */
import type { OutboxItem, Phone } from '../../../app/field/phone.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { EmptyState, Loading } from '../../../app/kit/states.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../app/words.ts'
import { shelfOf } from '../domain/sync-mark.ts'
import { useItemTitle } from './item-title.ts'
import { addressOf } from './ready-shelf.tsx'
import { MarkText } from './sync-mark.tsx'
import { useOutbox } from './use-phone.ts'

const OLD = 30 * 86_400_000

export function SentShelf({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const { items, again } = useOutbox(phone)
  if (items === null) return <Loading />
  const sent = items.filter((item) => shelfOf(item) === 'sent').toReversed()
  if (sent.length === 0) {
    return (
      <EmptyState title={t('phone.sent.none')}>
        <p>{t('phone.sent.none.do')}</p>
      </EmptyState>
    )
  }
  const before = new Date(Date.parse(phone.now()) - OLD).toISOString()
  const isOld = ({ receipt, photos }: OutboxItem) => receipt !== null && receipt.learnedAt < before && photos.sent === photos.of
  return (
    <>
      <ol className="shelf-items">
        {sent.map((item) => (
          <Item key={item.id} item={item} phone={phone} />
        ))}
      </ol>
      {sent.some(isOld) && (
        <div className="stack" style={{ gap: 6 }}>
          <p className="small">{t('phone.sent.forget.explain')}</p>
          <div>
            <Button onClick={() => void phone.outbox.forgetSent(before).then(again)}>{t('phone.sent.forget')}</Button>
          </div>
        </div>
      )}
    </>
  )
}

function Item({ item, phone }: { readonly item: OutboxItem; readonly phone: Phone }) {
  const { t } = useWords()
  const title = useItemTitle(phone, item)
  const address = addressOf(item)
  const { photos, receipt, refusal, isDismissed } = item
  const photosWait = photos.sent < photos.of
  return (
    <li>
      <div className="row tight">
        <b>{address === null ? title : <AppLink to={address}>{title}</AppLink>}</b>
        {isDismissed && <MarkText kind="needs-you" text={t('phone.item.dismissed')} />}
        {photosWait && <MarkText kind="waiting" text={t('phone.item.photos', photos)} />}
      </div>
      {receipt && (
        <div className="small">
          {t('phone.item.receipt', { position: receipt.position, when: instantText(receipt.learnedAt) })}{' '}
          {photosWait && t('phone.item.receipt.photos')}
        </div>
      )}
      {isDismissed && refusal && <div className="small">{refusalText(refusal.code, refusal.facts)}</div>}
      {!photosWait && photos.of > 0 && <div className="small">{t('phone.item.photos', photos)}</div>}
    </li>
  )
}
