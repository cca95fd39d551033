/* On the home page: files that are late or due, by drawn code and clock. Nothing else of a person stands on a page that lies open all day. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { CaseList } from '../../contract.ts'
import { clockLabels } from '../../domain/case/case-labels.ts'
import { type DueLine, dueOf } from './home-counts.ts'

const OWN = '/api/cases'
const TEAM = '/api/cases/team'
/** A line is as high as a thumb. */
const TOUCH = { display: 'grid', minHeight: 44, alignContent: 'center' } as const

export function OwnDue() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<CaseList>(OWN)
  // An empty place would read as nothing to do.
  if (!data) return error ? <ErrorState error={error} again={again} /> : null
  const { late, soon } = dueOf(data, 'own')
  return (
    <Figure
      number={late + soon}
      label={t('home.cases.due', { n: late + soon })}
      source={t('home.cases.due.rule', { late, soon })}
      to="/cases"
    />
  )
}
export function TeamDue() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<CaseList>(TEAM)
  // An empty place would read as nothing to do.
  if (!data) return error ? <ErrorState error={error} again={again} /> : null
  const { late, waits } = dueOf(data, 'team')
  return (
    <>
      <Figure number={late} label={t('home.cases.late', { n: late })} source={t('home.cases.late.rule')} to="/case-board" />
      <Figure number={waits} label={t('home.cases.waits', { n: waits })} source={t('home.cases.waits.rule')} to="/case-board" />
    </>
  )
}
export const OwnLines = () => <Lines path={OWN} of="own" to="/cases" />
export const TeamLines = () => <Lines path={TEAM} of="team" to="/case-board" />

interface LinesProps {
  readonly path: string
  readonly of: 'own' | 'team'
  readonly to: string
}
function Lines({ path, of, to }: LinesProps) {
  const { t } = useWords()
  const { data } = useAnswer<CaseList>(path)
  const lines = data ? dueOf(data, of).lines : []
  if (lines.length === 0) return null
  return (
    <Panel title={t(`home.cases.list.${of}`)} aside={<AppLink to={to}>{t('home.cases.all')}</AppLink>}>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.case} style={TOUCH}>
            <One line={line} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
function One({ line: { case: id, subject, clock, away } }: { readonly line: DueLine }) {
  const { t, language } = useWords()
  const named = Object.entries(clockLabels).find(([one]) => one === clock)?.[1][language] ?? t('app.unknown')
  return (
    <AppLink to={`/cases/${id}`}>
      <span className="code">{subject}</span> · {named} · {t(`home.cases.${away.isLate ? 'late' : 'in'}.${away.unit}`, { n: away.n })}
    </AppLink>
  )
}
