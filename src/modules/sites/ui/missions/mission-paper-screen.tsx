/*
The mission order as paper, in the ministry's form: the act, the team by body and function, the sites, room for names written by hand,
stamps and visas; the itinerary on a sheet of its own, which is for the team and is not posted. No name of a person is printed.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'
import { amountText } from './amount-text.ts'
import { WayTable } from './way-table.tsx'
import '../inspections/inspection.css'
import './missions.css'

export function MissionPaperScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [way, setWay] = useState(true)
  const { data, error, again } = useAnswer<MissionPage>(`/api/missions/${params['mission'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const hasWay = data.itinerary.length + data.stays.length + data.risks.length > 0
  return (
    <Page
      title={t('missions.paper')}
      crumbs={<AppLink to={`/missions/${data.mission}`}>{t('missions.mission')}</AppLink>}
      actions={
        <Button kind="primary" onClick={() => window.print()}>
          {t('app.print')}
        </Button>
      }
    >
      {hasWay && (
        <div className="no-print">
          <CheckChoice label={t('plan.way')} hint={t('sheet.confidential')} checked={way} onChecked={setWay} />
        </div>
      )}
      <OrderSheet mission={data} />
      {hasWay && way && <WaySheet mission={data} />}
    </Page>
  )
}

function OrderSheet({ mission }: { readonly mission: MissionPage }) {
  const { t, language } = useWords()
  const object = [t(`missions.kind.${mission.missionKind}`), mission.cause && wordOr(`plan.cause.${mission.cause}`, mission.cause)]
  const places = [mission.province?.name, ...mission.territoires.map((one) => one.name)].filter(Boolean).join(', ')
  const charge = [mission.fundingBody, ...mission.budgetTotals.map((total) => amountText(total, language))].filter(Boolean).join(' · ')
  return (
    <article className="paper mission-paper">
      <header>
        <b className="capitals">{t('order.state')}</b>
        <span className="capitals">{t('order.ministry')}</span>
        <h2>{t('missions.paper.title', { reference: mission.reference })}</h2>
        {mission.phase !== 'planned' && mission.phase !== 'in-field' && (
          <b>{t('sheet.draft', { phase: wordOr(`missions.phase.${mission.phase}`, mission.phase) })}</b>
        )}
      </header>
      <div>
        <p>{t('sheet.considering')}</p>
        <ul>
          {mission.legalBasis.map((act) => (
            <li key={act}>{act}</li>
          ))}
        </ul>
      </div>
      <p>{t('sheet.orders')}</p>
      <dl className="pairs">
        <dt>{t('sheet.object')}</dt>
        <dd>{object.filter(Boolean).join(' : ')}</dd>
        <dt>{t('sheet.when')}</dt>
        <dd>
          {mission.plannedFrom === null || mission.plannedTo === null
            ? t('missions.withheld')
            : t('sheet.when.text', { from: dateText(mission.plannedFrom), to: dateText(mission.plannedTo) })}
        </dd>
        {places !== '' && (
          <>
            <dt>{t('plan.place')}</dt>
            <dd>{places}</dd>
          </>
        )}
        {charge !== '' && (
          <>
            <dt>{t('sheet.charge')}</dt>
            <dd>{charge}</dd>
          </>
        )}
      </dl>
      <SiteLines mission={mission} />
      <TeamLines mission={mission} />
      <p>{t('missions.paper.note')}</p>
      <p className="small">{t('sheet.duty')}</p>
      <div className="done">
        <span>{t('missions.paper.done')}</span>
        <b>{t('sheet.for-minister')}</b>
        <span>{t('missions.paper.stamp')}</span>
      </div>
      <Visas mission={mission} />
    </article>
  )
}

function SiteLines({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('missions.sites')}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('sheet.number')}</th>
            <th scope="col">{t('sheet.site')}</th>
            <th scope="col">{t('sheet.code')}</th>
          </tr>
        </thead>
        <tbody>
          {mission.sites.map((site, at) => (
            <tr key={site.site}>
              <td>{at + 1}</td>
              <td>{site.name}</td>
              <td>{site.nationalId}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TeamLines({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('missions.members')}</h3>
      <div className="table-wrap">
        <table className="table hand">
          <thead>
            <tr>
              <th scope="col">{t('missions.body')}</th>
              <th scope="col">{t('missions.function')}</th>
              <th scope="col">{t('missions.paper.person')}</th>
              <th scope="col">{t('missions.paper.signature')}</th>
            </tr>
          </thead>
          <tbody>
            {mission.members.map((member, at) => (
              <tr key={at}>
                <td>{wordOr(`body.${member.body}`, member.body)}</td>
                <td>
                  {[
                    member.head && t('missions.head'),
                    member.attendance === 'observer' && t('missions.attendance.observer'),
                    member.function,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td aria-label={t('missions.paper.person')} />
                <td aria-label={t('missions.paper.signature')} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">{t('sheet.names')}</p>
    </section>
  )
}

/** One line per place of the way, at least four, for whoever receives the team. */
function Visas({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  const lines = Array.from({ length: Math.max(4, mission.territoires.length + 1) }, (_, at) => at)
  return (
    <section className="visas">
      <h3>{t('sheet.visa')}</h3>
      <table className="table hand">
        <thead>
          <tr>
            {(['place', 'arrival', 'departure', 'stamp'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`sheet.visa.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              {(['place', 'arrival', 'departure', 'stamp'] as const).map((head) => (
                <td key={head} aria-label={t(`sheet.visa.${head}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function WaySheet({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <article className="paper mission-paper sheet">
      <header>
        <h2>{t('sheet.way', { reference: mission.reference })}</h2>
        <b>{t('sheet.confidential')}</b>
      </header>
      <WayTable mission={mission} />
    </article>
  )
}
