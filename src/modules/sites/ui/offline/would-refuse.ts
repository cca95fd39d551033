/* Whether a decision on this page would be refused, as far as this telephone can know. */
import type { Me } from '../../../../app/who.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import type { InspectionCommand } from '../../domain/missions/inspection-words.ts'
import { type ProvisionalPage, wouldRefuse } from '../../domain/missions/provisional.ts'
import { statusRulebooks, statusRulebookOn } from '../../domain/status/rulebooks.ts'
import { speakerIn } from './around.ts'

export interface Question {
  readonly command: InspectionCommand
  readonly previousYellow: readonly string[]
  readonly me: Me
}
export function refusalHere(page: ProvisionalPage, { command, previousYellow, me }: Question): ReturnType<typeof wouldRefuse> {
  const book = statusRulebooks.find((one) => one.id === page.rulebook.id.split('@')[0]) ?? statusRulebookOn('CD', page.on)
  return wouldRefuse(page, command, {
    ...speakerIn(me),
    site: { name: page.name, nationalId: page.nationalId },
    ...{ mission: null, previousYellow, rulebook: page.rulebook, yellowMonths: book.values.yellowMonths.value },
    ...{ form: page.form, earlierActions: page.earlierActions, today: todayHere() },
  })
}
