/* Marks of a record that still hold: that its photographs were to follow is said until they are here, to who is told which are awaited. */
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

type Record = Pick<InspectionPage['answers'][number], 'marks' | 'files'>
export const standingMarks = ({ marks, files }: Record, awaited: number): Record['marks'] =>
  files !== null && awaited === 0 ? marks.filter((mark) => mark !== 'files-follow' && mark !== 'files-missing') : marks
