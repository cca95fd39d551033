/*
Points that a country would open first, as proposals: nothing is counted at them before somebody opens one. Names and areas are not verified (U): who opens a point looks at them first. They are shown
where an area of theirs is on the register.
*/
import type { OpenPoint } from '../contract.ts'

export interface ProposedPoint extends Pick<OpenPoint, 'code' | 'name' | 'type' | 'area'> {
  readonly mark: 'U'
}
/** The two border posts of Ömnögovi towards China, by the aimag alone: which soum has which post is not verified. */
export const proposedPoints: readonly ProposedPoint[] = [
  { code: 'MN-GASH', name: 'Gashuunsukhait · Гашуунсухайт', type: 'border-official', area: 'MN46', mark: 'U' },
  { code: 'MN-SHIV', name: 'Shiveekhuren · Шивээхүрэн', type: 'border-official', area: 'MN46', mark: 'U' },
]
/** Those whose area stands on the register and whose code no point has yet. */
export const proposalsFor = (areas: ReadonlySet<string>, taken: ReadonlySet<string>): readonly ProposedPoint[] =>
  proposedPoints.filter(({ area, code }) => areas.has(area) && !taken.has(code))
