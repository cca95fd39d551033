/* The mission order as paper: bodies, sites, act, dates, room for stamps. No name of a person; those are written in by hand. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'
import '../inspections/inspection.css'

export function MissionPaperScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<MissionPage>(`/api/missions/${params['mission'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
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
      <Paper mission={data} />
    </Page>
  )
}

function Paper({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <article className="paper">
      <header>
        <b>{t('order.state')}</b>
        <span>{t('order.ministry')}</span>
        <h2>{t('missions.paper.title', { reference: mission.reference })}</h2>
        <span>{t(`missions.kind.${mission.missionKind}`)}</span>
      </header>
      <dl className="pairs">
        <dt>{t('missions.kind')}</dt>
        <dd>{t(`missions.kind.${mission.missionKind}`)}</dd>
        <dt>{t('missions.dates')}</dt>
        <dd>
          {dateText(mission.plannedFrom)} – {dateText(mission.plannedTo)}
        </dd>
        <dt>{t('missions.legal')}</dt>
        <dd>{mission.legalBasis.join(' ; ')}</dd>
        {mission.fundingBody && (
          <>
            <dt>{t('missions.funding')}</dt>
            <dd>{mission.fundingBody}</dd>
          </>
        )}
      </dl>
      <h3>{t('missions.sites')}</h3>
      <ol>
        {mission.sites.map((site) => (
          <li key={site.site}>
            {site.name} ({site.nationalId})
          </li>
        ))}
      </ol>
      <h3>{t('missions.members')}</h3>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('missions.body')}</th>
              <th scope="col">{t('missions.attendance')}</th>
              <th scope="col">{t('missions.paper.person')}</th>
              <th scope="col">{t('missions.paper.signature')}</th>
            </tr>
          </thead>
          <tbody>
            {mission.members.map((member, at) => (
              <tr key={at} style={{ height: 44 }}>
                <td>{wordOr(`body.${member.body}`, member.body)}</td>
                <td>{member.head ? t('missions.head') : t(`missions.attendance.${member.attendance}`)}</td>
                <td aria-label={t('missions.paper.person')} />
                <td aria-label={t('missions.paper.signature')} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">{t('missions.paper.note')}</p>
      <div className="sign">
        <div>{t('missions.paper.done')}</div>
        <div>{t('missions.paper.stamp')}</div>
      </div>
    </article>
  )
}
