/* What a plan says, on the page of its mission: act and money, consents, security, the way, changes. What is not for the reader says so. */
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { Pairs, type PairLine } from '../../../../app/kit/pairs.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'
import { amountText } from './amount-text.ts'
import { WayTable } from './way-table.tsx'

interface MissionProps {
  readonly mission: MissionPage
}

export function ActPanel({ mission }: MissionProps) {
  const { t, language } = useWords()
  const places = [mission.province?.name, ...mission.territoires.map((one) => one.name)].filter((name) => name !== undefined)
  const none = <span className="ink-3">{t('app.not-asked')}</span>
  const lines: readonly PairLine[] = [
    [t('missions.legal'), mission.legalBasis.join(' ; ')],
    ...(mission.cause ? [[t('plan.cause'), wordOr(`plan.cause.${mission.cause}`, mission.cause)] as const] : []),
    [t('plan.place'), places.length > 0 ? places.join(', ') : none],
    [t('missions.funding'), mission.fundingBody ?? none],
    ...(mission.note ? [[t('missions.note'), mission.note] as const] : []),
  ]
  return (
    <Panel title={t('plan.act')}>
      <Pairs lines={lines} />
      {mission.budget.length > 0 && (
        <table className="table">
          <caption className="unseen">{t('plan.budget')}</caption>
          <tbody>
            {mission.budget.map((line, at) => (
              <tr key={at}>
                <td>{line.label}</td>
                <td className="num">{amountText(line, language)}</td>
              </tr>
            ))}
            {mission.budgetTotals.map((total) => (
              <tr key={total.currency}>
                <th scope="row">{t('plan.budget.total')}</th>
                <td className="num">
                  <b>{amountText(total, language)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

export function ConsentsPanel({ mission }: MissionProps) {
  const { t } = useWords()
  if (mission.titleHolderConsents.length === 0) return null
  return (
    <Panel title={t('plan.consents')}>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {mission.titleHolderConsents.map((one, at) => (
          <li key={at}>
            <b>{one.title}</b> · <DateText date={one.date} /> {one.reference}{' '}
            {one.paper && (
              <a href={`/api/missions/${mission.mission}/documents/${one.paper.file.sha256}`} target="_blank" rel="noreferrer">
                {t('plan.paper.open')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function SecurityPanel({ mission }: MissionProps) {
  const { t } = useWords()
  const { securityNote: note } = mission
  const expired = note !== null && note.validUntil !== null && note.validUntil < (mission.plannedFrom ?? '')
  return (
    <Panel title={t('plan.security')}>
      <div className="stack">
        {note === null && <p className="ink-3">{mission.securityClearance ?? t('plan.security.none')}</p>}
        {note !== null && (
          <Pairs
            lines={[
              [t('plan.security.level'), <b key="level">{wordOr(`plan.security.level.${note.level}`, note.level)}</b>],
              [t('plan.security.by'), note.givenBy],
              [t('plan.security.date'), <DateText key="date" date={note.date} />],
              ...(note.validUntil ? [[t('plan.security.until'), <DateText key="until" date={note.validUntil} />] as const] : []),
            ]}
          />
        )}
        {note?.text && <p style={{ whiteSpace: 'pre-wrap' }}>{note.text}</p>}
        {note?.withheld && <p className="small">{t('plan.security.withheld')}</p>}
        {mission.phase === 'planned' && expired && <Note tone="red">{t('plan.security.expired')}</Note>}
        {mission.phase === 'planned' && note?.level === 'no-go' && <Note tone="red">{t('plan.security.no-go.warn')}</Note>}
      </div>
    </Panel>
  )
}

export function WayPanel({ mission }: MissionProps) {
  const { t } = useWords()
  return (
    <Panel title={t('plan.way')}>
      <div className="stack">
        {mission.wayWithheld && <p className="small">{t('plan.way.withheld')}</p>}
        {!mission.wayWithheld && mission.itinerary.length === 0 && <p className="ink-3">{t('plan.way.none')}</p>}
        <WayTable mission={mission} />
      </div>
    </Panel>
  )
}

export function ChangesPanel({ mission }: MissionProps) {
  const { t } = useWords()
  if (mission.changes.length === 0) return null
  return (
    <Panel title={t('plan.changes')}>
      <ul className="plain-list stack" style={{ gap: 6 }}>
        {mission.changes.map((one) => (
          <li key={one.at}>
            <InstantText at={one.at} /> · {one.reason}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
