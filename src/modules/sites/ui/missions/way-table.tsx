/* The way day by day, the nights and the risks: on the page of a mission and on its printed sheet. */
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { MissionPage } from '../../domain/missions/mission-answers.ts'

export function WayTable({ mission }: { readonly mission: MissionPage }) {
  return (
    <>
      {mission.itinerary.length > 0 && <Days mission={mission} />}
      {mission.stays.length > 0 && <Stays mission={mission} />}
      {mission.risks.length > 0 && <Risks mission={mission} />}
    </>
  )
}

function Days({ mission }: { readonly mission: MissionPage }) {
  const { t, language } = useWords()
  const heads = ['date', 'from', 'to', 'transport', 'foot', 'night', 'contact'] as const
  return (
    <div className="table-wrap">
      <table className="table cards" role="table">
        <caption className="unseen">{t('plan.way')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {t(`plan.way.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {mission.itinerary.map((day, at) => (
            <tr key={at} role="row">
              <td role="cell">
                <DateText date={day.date} />
              </td>
              <td role="cell" data-label={t('plan.way.from')}>
                {day.from}
              </td>
              <td role="cell" data-label={t('plan.way.to')}>
                {day.to}
              </td>
              <td role="cell" data-label={t('plan.way.transport')}>
                {day.transport.map((one) => wordOr(`plan.transport.${one}`, one)).join(', ')}
              </td>
              <td role="cell" data-label={t('plan.way.foot')}>
                {day.hoursOnFoot === undefined ? '–' : day.hoursOnFoot.toLocaleString(language)}
              </td>
              <td role="cell" data-label={t('plan.way.night')}>
                {day.nightAt ?? '–'}
              </td>
              <td role="cell" data-label={t('plan.way.contact')}>
                {day.contactFunction ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Stays({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <div>
      <h3>{t('plan.stays')}</h3>
      <ul>
        {mission.stays.map((stay, at) => (
          <li key={at}>
            {stay.place} : <DateText date={stay.from} /> – <DateText date={stay.to} /> {stay.lodging}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Risks({ mission }: { readonly mission: MissionPage }) {
  const { t } = useWords()
  return (
    <div>
      <h3>{t('plan.risks')}</h3>
      <ul>
        {mission.risks.map((one, at) => (
          <li key={at}>
            {one.risk}
            {one.measure && <> → {one.measure}</>}
          </li>
        ))}
      </ul>
    </div>
  )
}
