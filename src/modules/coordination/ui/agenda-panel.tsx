/* The agenda: each item with why it is there, where it leads and how the thing stands now; the secretariat adds, orders and takes off, who may objects to a blue request from its item. */
import { useCommand } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import { numberText } from '../../../kernel/phrase.ts'
import type { ItemShown, MeetingShown } from '../contract-meetings.ts'
import { ITEMS_IN_ORDER } from '../domain/agenda-changes.ts'
import { heldText } from '../domain/held-text.ts'
import { itemKey } from '../domain/item-key.ts'
import { rushText } from '../domain/rush-text.ts'
import { AddItemAct, DecideAct, GiveActionAct, ObjectAct, RefreshAct, RemoveItemAct } from './meeting-acts.tsx'
import './committees.css'

interface PanelProps {
  readonly meeting: MeetingShown
  readonly again: () => void
}
export function AgendaPanel({ meeting, again }: PanelProps) {
  const { t } = useWords()
  const standing = meeting.items.filter((one) => one.removed === null)
  const isRunning = meeting.line.state === 'convened' || meeting.line.state === 'open'
  return (
    <Panel title={t('meeting.agenda')}>
      {standing.length === 0 && <EmptyState title={t('meeting.agenda.none')} />}
      <ol className="agenda-list">
        {standing.map((item, at) => (
          <li key={item.key}>
            <ItemText item={item} />
            <div className="row tight no-print">
              <ItemActs meeting={meeting} item={item} again={again} />
              {meeting.keeps && isRunning && at > 0 && at < ITEMS_IN_ORDER && (
                <MoveUp meeting={meeting} standing={standing} at={at} again={again} />
              )}
            </div>
          </li>
        ))}
      </ol>
      {meeting.items
        .filter((one) => one.removed !== null)
        .map((one) => (
          <p className="small" key={one.key}>
            <s>{itemTitle(t, one)}</s> · {t('meeting.removed', { reason: one.removed })}
          </p>
        ))}
      {meeting.keeps && isRunning && (
        <div className="row tight no-print">
          <AddItemAct id={meeting.id} again={again} />
          <RefreshAct id={meeting.id} again={again} />
        </div>
      )}
      <Source>{t('meeting.agenda.source')}</Source>
    </Panel>
  )
}
export const itemTitle = (t: Translate, item: Pick<ItemShown, 'source' | 'label' | 'day' | 'n'>): string =>
  t(itemKey(item), { label: item.label ?? '–', day: item.day ?? '–', n: item.n ?? 0 })

const NOW: readonly string[] = ['waiting', 'clock', 'active', 'objected']
const isBlueState = (now: string): now is 'waiting' | 'clock' | 'active' | 'objected' => NOW.includes(now)
const STATUSES: readonly string[] = ['OPEN', 'IN_PROGRESS', 'DONE', 'OVERDUE', 'CANCELLED']
const isStatus = (now: string): now is 'OPEN' | 'IN_PROGRESS' | 'DONE' | 'OVERDUE' | 'CANCELLED' => STATUSES.includes(now)

function ItemText({ item }: { readonly item: ItemShown }) {
  const { t, language } = useWords()
  const readsLots = useMe().data?.capabilities.includes('custody.read') === true
  const way = item.source === 'held-lots' && !readsLots ? null : wayOf(item)
  const why = item.source === 'own' ? item.why : t(`item.why.${item.source}`)
  return (
    <>
      <strong>{itemTitle(t, item)}</strong> {way !== null && <AppLink to={way}>{t('meeting.see')}</AppLink>}
      <div className="small">
        {why}
        {item.source === 'blue-request' && item.day !== null && ` · ${t('meeting.blue.until', { day: item.day })}`}
        {item.held !== undefined && ` · ${heldText(t, item, (grams) => numberText(language, Math.round(grams / 1000)))}`}
        {item.rush !== undefined && ` · ${rushText(t, language, item)}`}
        {item.decisions.length > 0 && ` · ${item.decisions.join(', ')}`}
      </div>
      {item.now !== null && isBlueState(item.now) && <span className="committee-mark">{t(`meeting.now.${item.now}`)}</span>}
      {item.now !== null && isStatus(item.now) && <span className="committee-mark">{t(`action.status.${item.now}`)}</span>}
    </>
  )
}
function wayOf({ source, ref, site }: ItemShown): string | null {
  if (site !== null) return `/sites/${site}`
  if (source === 'red-sites') return '/sites?colour=red'
  if (source === 'incident' && ref !== null) return `/incidents/${ref}`
  if (source === 'held-lots') return '/lots?state=quarantined'
  if (source === 'warnings') return '/warnings'
  if (source === 'rush' && ref !== null) return `/flows/${ref}`
  if (source === 'minutes' && ref !== null) return `/meetings/${ref}`
  return source === 'action-overdue' || source === 'escalated' ? '/committee-actions' : null
}

interface ItemProps extends PanelProps {
  readonly item: ItemShown
}
function ItemActs({ meeting, item, again }: ItemProps) {
  const { line, keeps, objects } = meeting
  const isOpen = line.state === 'open'
  const stops = item.source === 'blue-request' && objects && (item.now === 'clock' || item.now === 'waiting') && item.site !== null
  return (
    <>
      {stops && <ObjectAct item={item} again={again} />}
      {keeps && isOpen && meeting.quorum.met && <DecideAct id={meeting.id} item={item} again={again} />}
      {keeps && (isOpen || line.state === 'closed') && meeting.minutes.state !== 'locked' && (
        <GiveActionAct meeting={meeting} item={item} again={again} />
      )}
      {keeps && (isOpen || line.state === 'convened') && item.decisions.length === 0 && (
        <RemoveItemAct id={meeting.id} item={item} again={again} />
      )}
    </>
  )
}
interface MoveProps extends PanelProps {
  readonly standing: readonly ItemShown[]
  readonly at: number
}
function MoveUp({ meeting, standing, at, again }: MoveProps) {
  const { t } = useWords()
  const { send, sending } = useCommand<{ readonly items: readonly string[] }>(`/api/coordination/meetings/${meeting.id}/orders`)
  const move = async () => {
    const keys = standing.map((one) => one.key)
    const [moved] = keys.splice(at, 1)
    if (moved !== undefined) keys.splice(at - 1, 0, moved)
    await send({ items: keys.slice(0, ITEMS_IN_ORDER) }).catch(() => null)
    again()
  }
  return (
    <Button busy={sending} onClick={() => void move()}>
      {t('meeting.up')}
    </Button>
  )
}
