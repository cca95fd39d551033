/* The agenda of two days: as it is written while a workshop is convened, and as everybody reads it afterwards. */
import { Button } from '../../../../app/kit/button.tsx'
import { type Option, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type AgendaItem, HallStep } from '../../contract-workshops.ts'
import { inOrder } from './proposals.ts'
import './workshops.css'

type StepChoice = HallStep | ''
const stepOptions = (t: Translate): readonly Option<StepChoice>[] => [
  { value: '', label: t('workshop.agenda.no-step') },
  ...HallStep.options.map((value) => ({ value, label: t(`code.step.${value}`) })),
]

export function AgendaEditor({
  items,
  set,
}: {
  readonly items: readonly AgendaItem[]
  readonly set: (items: readonly AgendaItem[]) => void
}) {
  const { t } = useWords()
  const change = (index: number, part: Partial<AgendaItem>) => set(items.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <div className="stack">
      <ol className="plain-list stack">
        {items.map((item, index) => (
          // Lines change while one types: the place in the order is what stays.
          <li key={index} className="workshop-agenda-line">
            <SelectField
              label={t('workshop.day')}
              value={item.day}
              options={[
                { value: '1', label: t('workshop.day.n', { n: 1 }) },
                { value: '2', label: t('workshop.day.n', { n: 2 }) },
              ]}
              onValue={(day) => change(index, { day })}
            />
            <TextField label={t('workshop.at')} type="time" value={item.at} onValue={(at) => change(index, { at })} />
            <TextField label={t('workshop.agenda.what')} value={item.title} maxLength={160} onValue={(title) => change(index, { title })} />
            <SelectField<StepChoice>
              label={t('workshop.agenda.step')}
              value={item.step ?? ''}
              options={stepOptions(t)}
              onValue={(step) => change(index, { step: step === '' ? null : step })}
            />
            <Button onClick={() => set(items.toSpliced(index, 1))}>
              {t('workshop.remove')} <span className="unseen">{item.title}</span>
            </Button>
          </li>
        ))}
      </ol>
      {items.length < 40 && (
        <div>
          <Button
            onClick={() => set([...items, { day: items.at(-1)?.day ?? '1', at: items.at(-1)?.at ?? '09:00', title: '', step: null }])}
          >
            {t('workshop.agenda.add')}
          </Button>
        </div>
      )}
    </div>
  )
}

export function AgendaShown({ items }: { readonly items: readonly AgendaItem[] }) {
  const { t } = useWords()
  if (items.length === 0) return <p>{t('workshop.agenda.none')}</p>
  const days = ['1', '2'] as const
  return (
    <div className="columns">
      {days.map((day) => (
        <div key={day}>
          <h3>{t('workshop.day.n', { n: Number(day) })}</h3>
          <dl className="pairs">
            {inOrder(items)
              .filter((one) => one.day === day)
              .map((one) => (
                <div key={`${one.at}${one.title}`} style={{ display: 'contents' }}>
                  <dt>{one.at}</dt>
                  <dd>
                    {one.title}
                    {one.step !== null && <span className="small"> · {t(`code.step.${one.step}`)}</span>}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </div>
  )
}
