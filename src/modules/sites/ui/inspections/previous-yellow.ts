/* The criteria violated at the last accepted inspection before this one, when it ended yellow: a second time makes a site red. */
import { useAnswer } from '../../../../app/ask.ts'
import type { InspectionList, InspectionPage } from '../../domain/missions/mission-answers.ts'

/** Empty while nothing is known, so that a preview errs to the milder side and the server's own word corrects it. */
export function usePreviousYellow({ site, on, inspection }: Pick<InspectionPage, 'site' | 'on' | 'inspection'>): readonly string[] {
  const list = useAnswer<InspectionList>(`/api/inspections?phase=accepted&site=${site}`).data?.inspections ?? []
  const last = list.find((one) => one.inspection !== inspection && one.on <= on)
  const page = useAnswer<InspectionPage>(last?.result === 'yellow' ? `/api/inspections/${last.inspection}` : null).data
  return (page?.findings ?? []).filter((one) => one.answer === 'violated' && !one.late).map((one) => one.criterion)
}
