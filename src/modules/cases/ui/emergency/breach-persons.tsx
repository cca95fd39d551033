/* Persons concerned by a breach, one line each under the code of their file: judged, then warned, or why that would be dangerous. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { useWords } from '../../../../app/words.ts'
import type { BreachDetail, BreachPerson } from '../../contract-breach.ts'

interface Acting {
  readonly breach: BreachDetail
  readonly done: () => void
}
/** Who stands in danger may be warned before all are judged. */
const WARN_IN: ReadonlySet<string> = new Set(['detected', 'contained', 'risk-assessed'])

export function PersonLines({ breach, done }: Acting) {
  const { t } = useWords()
  return (
    <ul className="plain-list stack">
      {breach.codes.map((person) => (
        <li key={person.code} className="row">
          <code className="grow">{person.code}</code>
          <span>
            {t('breach.risk')} : <b>{t(`breach.risk.${person.risk ?? 'none'}`)}</b> · {t('breach.warning')} :{' '}
            <b>{t(`breach.warning.${person.warning ?? 'none'}`)}</b>
          </span>
          {breach.state === 'contained' && <Judge breach={breach} person={person} done={done} />}
          {WARN_IN.has(breach.state) && person.warning !== 'warned' && <Warn breach={breach} person={person} done={done} />}
        </li>
      ))}
    </ul>
  )
}

interface OnPerson extends Acting {
  readonly person: BreachPerson
}
function Judge({ breach, person, done }: OnPerson) {
  const { t } = useWords()
  const [risk, setRisk] = useState<'high' | 'medium' | 'low' | ''>('')
  return (
    <ActDialog
      kind="plain"
      {...{ title: t('breach.judge'), explain: t('breach.judge.explain'), go: t('breach.go'), path: `/api/breach-steps/${breach.id}` }}
      data={risk === '' ? null : { step: 'assess-person', subject: person.code, risk }}
      onDone={done}
    >
      <Choice
        legend={`${t('breach.risk')} · ${person.code}`}
        value={risk}
        onValue={setRisk}
        options={(['high', 'medium', 'low'] as const).map((value) => ({ value, label: t(`breach.risk.${value}`) }))}
      />
    </ActDialog>
  )
}

function Warn({ breach, person, done }: OnPerson) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<'warned' | 'cannot-be-warned-safely' | 'not-reached' | ''>('')
  return (
    <ActDialog
      kind="plain"
      {...{ title: t('breach.warn'), explain: t('breach.warn.explain'), go: t('breach.go'), path: `/api/breach-steps/${breach.id}` }}
      data={outcome === '' ? null : { step: 'warn-person', subject: person.code, outcome }}
      onDone={done}
    >
      <Choice
        legend={`${t('breach.warning')} · ${person.code}`}
        value={outcome}
        onValue={setOutcome}
        options={(['warned', 'cannot-be-warned-safely', 'not-reached'] as const).map((value) => ({
          value,
          label: t(`breach.warning.${value}`),
        }))}
      />
    </ActDialog>
  )
}
