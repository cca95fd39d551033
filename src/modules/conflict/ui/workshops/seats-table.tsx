/* The chairs as they were dealt, each to be changed: another group, a photograph agreed to, one chair more or less. */
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'
import { MOST_SEATS, ParticipantCategory, type Seat } from '../../contract-workshops.ts'
import { SEXES } from './dealing.ts'
import './workshops.css'

interface SeatsProps {
  readonly seats: readonly Seat[]
  readonly groups: readonly string[]
  readonly set: (seats: readonly Seat[]) => void
  /** Chairs that were just dealt are looked at; saved ones are folded away. */
  readonly isOpen: boolean
}
export function SeatsTable({ seats, groups, set, isOpen }: SeatsProps) {
  const { t } = useWords()
  const change = (number: number, part: Partial<Seat>) => set(seats.map((one) => (one.number === number ? { ...one, ...part } : one)))
  const next = Math.max(0, ...seats.map((one) => one.number)) + 1
  return (
    <details className="workshop-details" open={isOpen}>
      <summary>{t('workshop.seats.table', { n: seats.length })}</summary>
      <p>
        {groups
          .map((name, index) => t('workshop.group.seats', { name, n: seats.filter((one) => one.group === index + 1).length }))
          .join(' · ')}
      </p>
      <div className="table-wrap">
        <table className="table cards" role="table">
          <caption className="unseen">{t('workshop.seats')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {[t('workshop.seat'), t('workshop.category'), t('workshop.sex'), t('workshop.group'), t('workshop.photo'), ''].map((head) => (
                <th key={head} role="columnheader" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {seats.map((seat) => (
              <SeatRow
                key={seat.number}
                seat={seat}
                groups={groups}
                change={change}
                remove={() => set(seats.filter((one) => one !== seat))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {seats.length < MOST_SEATS && next <= MOST_SEATS && (
        <Button
          onClick={() => set([...seats, { number: next, category: 'civil-society', sex: 'not-said', mayBePhotographed: false, group: 1 }])}
        >
          {t('workshop.seats.add')}
        </Button>
      )}
    </details>
  )
}

interface RowProps {
  readonly seat: Seat
  readonly groups: readonly string[]
  readonly change: (number: number, part: Partial<Seat>) => void
  readonly remove: () => void
}
function SeatRow({ seat, groups, change, remove }: RowProps) {
  const { t } = useWords()
  const { number } = seat
  return (
    <tr role="row">
      <td role="cell">
        <strong>{number}</strong>
      </td>
      <td role="cell" data-label={t('workshop.category')}>
        <Pick
          {...{ label: `${t('workshop.category')} ${number}`, value: seat.category }}
          options={ParticipantCategory.options.map((value) => ({ value, label: t(`code.category.${value}`) }))}
          onValue={(category) => change(number, { category })}
        />
      </td>
      <td role="cell" data-label={t('workshop.sex')}>
        <Pick
          {...{ label: `${t('workshop.sex')} ${number}`, value: seat.sex }}
          options={SEXES.map((value) => ({ value, label: t(`code.sex.${value}`) }))}
          onValue={(sex) => change(number, { sex })}
        />
      </td>
      <td role="cell" data-label={t('workshop.group')}>
        <Pick
          {...{ label: `${t('workshop.group')} ${number}`, value: String(seat.group) }}
          options={groups.map((name, index) => ({ value: String(index + 1), label: name }))}
          onValue={(group) => change(number, { group: Number(group) })}
        />
      </td>
      <td role="cell" data-label={t('workshop.photo')}>
        <Pick
          {...{ label: `${t('workshop.photo')} ${number}`, value: seat.mayBePhotographed ? 'yes' : 'no' }}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`workshop.photo.${value}`) }))}
          onValue={(value) => change(number, { mayBePhotographed: value === 'yes' })}
        />
      </td>
      <td role="cell">
        <Button kind="quiet" onClick={remove}>
          {t('workshop.remove')} <span className="unseen">{number}</span>
        </Button>
      </td>
    </tr>
  )
}

interface PickProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onValue: (value: Value) => void
}
/** A choice whose label stands in the head of its column. */
function Pick<Value extends string>({ label, value, options, onValue }: PickProps<Value>) {
  const choose = (text: string) => {
    const found = options.find((option) => option.value === text)
    if (found) onValue(found.value)
  }
  return (
    <select className="input" aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
