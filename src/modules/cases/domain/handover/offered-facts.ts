/* What is told of a case before somebody takes it over: how grave the risk was rated last; nobody rated it, so it counts as high. */
import type { CaseFile } from '../case/case-file.ts'
import type { RiskLevel } from '../clocks/clock-rulebook.ts'

export const levelNow = ({ ratings }: Pick<CaseFile, 'ratings'>): RiskLevel => ratings.at(-1)?.level ?? 'high'
