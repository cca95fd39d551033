/*
The wall of the hall for one projector: what is done now, how telephones come in, how far each group is, places, cards by dots. Letters are read from the back; nothing of the
app stands around it. Arrow keys turn the page of the telephones for who may, a digit shows the code of that group for as long as it is wanted.
*/
import { useEffect, useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { HallStep, type WorkshopShown } from '../../contract-workshops.ts'
import { CardRanking } from './card-ranking.tsx'
import { GroupCode, type Hall, HallDoor } from './hall-door.tsx'
import { useLive } from './use-live.ts'
import { hasDissent, placeName, progressOf, stepBeside } from './wall-reading.ts'
import './projector.css'

export function ProjectorScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const path = `/api/conflict/workshops/${params['workshop'] ?? ''}`
  const { data, error, again } = useLive<WorkshopShown>(path, 3)
  const mayRun = mayOpen('conflict.map', useMe().data)
  useEffect(() => {
    if (data) document.title = `${data.convened.title} · ${t('app.name')}`
  }, [data, t])
  return (
    <div className="projector">
      {!data && (error ? <ErrorState error={error} again={again} /> : <Loading />)}
      {data && (
        <>
          <Head data={data} mayRun={mayRun} again={again} isLost={error !== null} />
          <div className="projector-body">
            {data.hall && <DoorPart hall={data.hall} groups={data.convened.groups} />}
            <GroupsPart data={data} />
            {data.cards.some((card) => card.dots > 0) && (
              <section className="projector-part">
                <h2>{t('workshop.ranking')}</h2>
                <CardRanking cards={data.cards} most={8} />
              </section>
            )}
            <PlacesPart data={data} />
          </div>
        </>
      )}
    </div>
  )
}

/** The address for all; the code of one group while it comes in, and nobody's otherwise. */
function DoorPart({ hall, groups }: { readonly hall: Hall; readonly groups: readonly string[] }) {
  const { t } = useWords()
  const [shown, setShown] = useState<number | null>(null)
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || event.key === '0') setShown(null)
      const group = /^[1-9]$/.test(event.key) ? Number(event.key) : null
      if (group !== null && group <= groups.length) setShown((before) => (before === group ? null : group))
    }
    addEventListener('keydown', choose)
    return () => removeEventListener('keydown', choose)
  }, [groups.length])
  const group = hall.groups.find((one) => one.group === shown)
  const name = shown === null ? '' : (groups[shown - 1] ?? '')
  return (
    <section className="projector-part" aria-live="polite">
      {group && <h2>{name}</h2>}
      {group ? <GroupCode hall={hall} group={group} name={name} size={300} /> : <HallDoor hall={hall} size={300} />}
      <div className="row tight projector-codes" role="group" aria-label={t('workshop.code.of')}>
        <span className="small">{t('workshop.code.of')}</span>
        {hall.groups.map((one) => (
          <Button
            key={one.group}
            aria-pressed={one.group === shown}
            aria-label={groups[one.group - 1] ?? ''}
            onClick={() => setShown(one.group === shown ? null : one.group)}
          >
            {one.group}
          </Button>
        ))}
      </div>
    </section>
  )
}

interface HeadProps {
  readonly data: WorkshopShown
  readonly mayRun: boolean
  readonly again: () => void
  readonly isLost: boolean
}
function Head({ data, mayRun, again, isLost }: HeadProps) {
  const { t } = useWords()
  const { send } = useCommand(`/api/conflict/workshops/${data.id}/steps`)
  useEffect(() => {
    if (!mayRun) return undefined
    const turn = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      const step = stepBeside(data.step, by)
      if (step !== data.step && !event.repeat) void send({ step }).then(again, () => null)
    }
    addEventListener('keydown', turn)
    return () => removeEventListener('keydown', turn)
  })
  return (
    <header className="projector-head">
      <div>
        <h1>{data.convened.title}</h1>
        <p className="projector-step">
          {t(`code.step.${data.step}`)}
          <small>{t(`workshop.step.${data.step}`)}</small>
        </p>
        {isLost && <p role="status">{t('workshop.lost')}</p>}
      </div>
      <div className="projector-tools">
        {mayRun && (
          <ol className="projector-steps" aria-label={t('workshop.step')}>
            {HallStep.options.map((step) => (
              <li key={step} aria-current={step === data.step ? 'step' : undefined}>
                {t(`code.step.${step}`)}
              </li>
            ))}
          </ol>
        )}
        {mayRun && <span className="small">{t('workshop.projector.keys')}</span>}
        <span className="row tight">
          <Button onClick={() => void document.documentElement.requestFullscreen?.().catch(() => null)}>
            {t('workshop.projector.full')}
          </Button>
          <AppLink to={`/workshops/${data.id}`} search={{ tab: 'hall' }} className="btn">
            {t('app.close')}
          </AppLink>
        </span>
      </div>
    </header>
  )
}

function GroupsPart({ data }: { readonly data: WorkshopShown }) {
  const { t } = useWords()
  return (
    <section className="projector-part">
      <h2>{t('workshop.groups')}</h2>
      <table className="projector-groups">
        <caption className="unseen">{t('workshop.groups')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('workshop.group')}</th>
            <th scope="col">{t('workshop.entries')}</th>
            <th scope="col">{t('workshop.stances')}</th>
            <th scope="col">{t('workshop.dots.short')}</th>
          </tr>
        </thead>
        <tbody>
          {progressOf(data).map((one) => (
            <tr key={one.group}>
              <th scope="row">
                <span aria-hidden="true">{one.telephones > 0 ? '●' : '○'}</span>{' '}
                <span className="unseen">{t(one.telephones > 0 ? 'workshop.group.in' : 'workshop.group.not-in')}</span>
                {one.name}
              </th>
              <td>{one.places}</td>
              <td>{t('workshop.of', { n: one.stances, of: one.asked })}</td>
              <td>{t('workshop.of', { n: one.laid, of: one.budget })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
function PlacesPart({ data: { entries, sites } }: { readonly data: WorkshopShown }) {
  const { t } = useWords()
  return (
    <section className="projector-part">
      <h2>{t('workshop.places.n', { n: entries.length })}</h2>
      <ul className="plain-list projector-places">
        {entries.map((entry) => (
          <li key={entry.id}>
            <b>{entry.number}</b> {placeName(entry, sites)}
            {hasDissent(entry) && <small> · ✕ {t('code.stance.dissent')}</small>}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p>{t('workshop.wall.empty')}</p>}
    </section>
  )
}
