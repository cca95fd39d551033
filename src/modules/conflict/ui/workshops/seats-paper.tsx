/* Paper for the chairs: badges to cut out, and a list by group on which who convened writes by hand. No name comes out of here; a badge says whether a photograph was agreed to. */
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { WorkshopShown } from '../../contract-workshops.ts'
import './workshops.css'

interface PaperProps {
  readonly kind: 'badges' | 'list'
  readonly data: WorkshopShown
  readonly back: () => void
}
export function SeatsPaper({ kind, data, back }: PaperProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <div className="row tight no-print">
        <Button onClick={back}>{t('workshop.paper.back')}</Button>
        <Button kind="primary" onClick={() => window.print()}>
          {t('app.print')}
        </Button>
      </div>
      <div className="no-print">
        <Note tone="calm">{t('workshop.paper.no-names')}</Note>
      </div>
      {kind === 'badges' ? <Badges data={data} /> : <SeatList data={data} />}
    </div>
  )
}

function Badges({ data: { seats, convened } }: Pick<PaperProps, 'data'>) {
  const { t } = useWords()
  return (
    <ul className="plain-list workshop-badges">
      {seats.map((seat) => (
        <li key={seat.number}>
          <span className="small">{convened.title}</span>
          <b>{seat.number}</b>
          <strong>{t(`code.category.${seat.category}`)}</strong>
          <span>{convened.groups[seat.group - 1]}</span>
          <span className={seat.mayBePhotographed ? 'small' : 'no-photo'}>
            {seat.mayBePhotographed ? t('workshop.badge.photo') : `✕ ${t('workshop.badge.no-photo')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function SeatList({ data: { seats, convened } }: Pick<PaperProps, 'data'>) {
  const { t } = useWords()
  return (
    <div className="stack">
      {convened.groups.map((name, index) => (
        <section key={name} className="workshop-list">
          <h3>{t('workshop.group.seats', { name, n: seats.filter((one) => one.group === index + 1).length })}</h3>
          <table className="table">
            <thead>
              <tr>
                {[
                  t('workshop.seat'),
                  t('workshop.category'),
                  t('workshop.photo'),
                  t('workshop.list.day', { n: 1 }),
                  t('workshop.list.day', { n: 2 }),
                ].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {seats
                .filter((one) => one.group === index + 1)
                .map((seat) => (
                  <tr key={seat.number}>
                    <td>{seat.number}</td>
                    <td>{t(`code.category.${seat.category}`)}</td>
                    <td>{t(seat.mayBePhotographed ? 'workshop.photo.yes' : 'workshop.photo.no')}</td>
                    <td>☐</td>
                    <td>☐</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
