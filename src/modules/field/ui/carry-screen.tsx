/*
What this telephone carries: missions and areas, with how much that is and how old, before anything is brought. Bringing goes on in pieces
while one works; what is no longer chosen leaves the telephone with the next exchange.
*/
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import type { Carried, Phone } from '../../../app/field/phone.ts'
import { pullState, sizePath } from '../../../app/field/pull.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { instantText } from '../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import { dateText } from '../../../kernel/phrase.ts'
import type { PullSize } from '../contract.ts'
import { AreaPicks } from './carry-areas.tsx'
import { DeskNote } from './desk-note.tsx'
import { Running } from './send-panel.tsx'
import { usePhone, useSyncState } from './use-phone.ts'

export function CarryScreen() {
  const { t } = useWords()
  const phone = usePhone()
  return phone === null ? <DeskNote title={t('carry.title')} /> : <Carry phone={phone} />
}

function Carry({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const [kept, setKept] = useState<Carried | null>(null)
  const [choice, setChoice] = useState<Carried | null>(null)
  useEffect(() => {
    void phone.carried().then((found) => {
      setKept(found)
      setChoice((before) => before ?? found)
    })
  }, [phone])
  if (kept === null || choice === null) return <Loading />
  const isChanged = !sameChoice(kept, choice)
  const bring = async () => {
    await phone.carry(choice)
    setKept(choice)
    await phone.sync.run()
  }
  return (
    <Page title={t('carry.title')} crumbs={<AppLink to="/field">{t('phone.title')}</AppLink>} under={t('carry.under')}>
      <Here phone={phone} kept={kept} />
      <Missions choice={choice} onChoice={setChoice} />
      <AreaPicks choice={choice} onChoice={setChoice} />
      <Size choice={choice} />
      <Going phone={phone} />
      <div className="form-actions">
        <Button kind="primary" onClick={() => void bring()}>
          {isChanged ? t('carry.bring') : t('carry.refresh')}
        </Button>
        {isChanged && <Button onClick={() => setChoice(kept)}>{t('carry.undo')}</Button>}
      </div>
      {isChanged && <p className="small">{t('carry.leaves')}</p>}
    </Page>
  )
}

const sameChoice = (one: Carried, other: Carried): boolean =>
  [...one.missions].toSorted().join() === [...other.missions].toSorted().join() &&
  [...one.areas].toSorted().join() === [...other.areas].toSorted().join()

/** What lies here now, and how old it is. */
function Here({ phone, kept }: { readonly phone: Phone; readonly kept: Carried }) {
  const { t } = useWords()
  const sync = useSyncState(phone)
  const { data } = useQuery({
    queryKey: ['carried here', phone.holder.account, sync.phase],
    gcTime: 0,
    queryFn: async () => ({ pull: await pullState(phone.store), size: await phone.store.size() }),
  })
  if (!data) return null
  const { carriedAt } = data.pull
  return (
    <Panel title={t('carry.here')}>
      <p>{t('carry.chosen', { missions: kept.missions.length, areas: kept.areas.length })}</p>
      <p>
        {carriedAt === null ? t('carry.never') : t('carry.as-of', { when: instantText(carriedAt) })}
        {data.pull.cursor !== null && data.pull.of > 0 && ` ${t('carry.unfinished', { done: data.pull.done, of: data.pull.of })}`}
      </p>
      <p className="small">{t('carry.store', { megabytes: megabytes(data.size.bytes) })}</p>
    </Panel>
  )
}

interface MissionRow {
  readonly mission: string
  readonly missionKind: string
  readonly phase: string
  readonly plannedFrom: string | null
  readonly plannedTo: string | null
  readonly sites: readonly unknown[]
  readonly province: { readonly name: string } | null
}
interface PicksProps {
  readonly choice: Carried
  readonly onChoice: (choice: Carried) => void
}
function Missions({ choice, onChoice }: PicksProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly missions: readonly MissionRow[] }>('/api/missions')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const shown = data.missions.filter((one) => choice.missions.includes(one.mission) || one.phase === 'planned' || one.phase === 'in-field')
  const listed = new Set(data.missions.map((one) => one.mission))
  const unknown = choice.missions.filter((mission) => !listed.has(mission))
  const toggle = (mission: string, on: boolean) =>
    onChoice({ ...choice, missions: [...choice.missions.filter((one) => one !== mission), ...(on ? [mission] : [])] })
  return (
    <Panel title={t('carry.missions')}>
      {shown.length + unknown.length === 0 && <EmptyState title={t('carry.missions.none')}>{t('carry.missions.none.do')}</EmptyState>}
      <div className="choices">
        {shown.map((one) => (
          <CheckChoice
            key={one.mission}
            label={`${wordOr(`missions.kind.${one.missionKind}`, one.missionKind)}${one.province ? ` – ${one.province.name}` : ''}`}
            hint={[
              [one.plannedFrom, one.plannedTo].flatMap((day) => (day === null ? [] : [dateText(day)])).join(' → '),
              wordOr(`missions.phase.${one.phase}`, one.phase),
              t('carry.sites', { n: one.sites.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
            checked={choice.missions.includes(one.mission)}
            onChecked={(on) => toggle(one.mission, on)}
          />
        ))}
        {unknown.map((mission) => (
          <CheckChoice key={mission} label={t('carry.mission.gone')} checked onChecked={(on) => toggle(mission, on)} />
        ))}
      </div>
    </Panel>
  )
}

function Size({ choice }: { readonly choice: Carried }) {
  const { t } = useWords()
  const isEmpty = choice.missions.length + choice.areas.length === 0
  const { data, error } = useAnswer<PullSize>(isEmpty ? null : sizePath(choice))
  if (isEmpty) return <Note tone="calm">{t('carry.nothing')}</Note>
  return (
    <Panel title={t('carry.size')}>
      <div role="status">
        {error ? (
          <ErrorState error={error} />
        ) : data === undefined ? (
          <Loading />
        ) : (
          <>
            <p>{t('carry.size.counts', { sites: data.sites, visits: data.visits })}</p>
            <p>
              {t('carry.size.bytes', {
                megabytes: megabytes(data.bytes),
                sent: megabytes(data.sentBytes),
                minutes: Math.max(1, Math.ceil(data.sentBytes / SLOW_BYTES_PER_MINUTE)),
              })}
            </p>
            {data.newestAt !== null && <p className="small">{t('carry.size.newest', { when: dateText(data.newestAt.slice(0, 10)) })}</p>}
          </>
        )}
      </div>
    </Panel>
  )
}
/** A link of 500 kbit/s, as between the hills. */
const SLOW_BYTES_PER_MINUTE = (500_000 / 8) * 60
const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10

function Going({ phone }: { readonly phone: Phone }) {
  const state = useSyncState(phone)
  const { t } = useWords()
  if (state.phase !== 'idle') return <Running state={state} />
  return state.trouble === null ? null : (
    <Note tone={state.trouble === 'offline' ? 'calm' : 'red'} live>
      {state.trouble === 'too-much-to-carry' ? t('carry.too-much') : wordOr(`phone.trouble.${state.trouble}`, t('phone.trouble.fault'))}
    </Note>
  )
}
