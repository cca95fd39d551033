/* From the page of an inspection back to the state that its next command is decided on: all of it stands on the page but who held the pen. */
import type { InspectionState } from './inspection-state.ts'
import { submissionText } from './inspection-state.ts'
import type { CriterionFinding } from './inspection-words.ts'
import type { InspectionPage } from './mission-answers.ts'

const phases: readonly InspectionState['phase'][] = ['draft', 'team-signed', 'submitted', 'accepted', 'returned', 'abandoned']

export function stateOfPage(page: InspectionPage): InspectionState {
  const inTime = page.findings.filter((one) => !one.late)
  return {
    phase: phases.find((one) => one === page.phase) ?? 'draft',
    date: page.on,
    onSite: page.onSite,
    members: page.members,
    findings: Object.fromEntries(inTime.map((one) => [one.criterion, findingOf(one)])),
    voices: voicesIn(page),
    lateFindings: page.findings.filter((one) => one.late).map(findingOf),
    submissions: page.answers.map(({ instance, by, form, xml, files }) => ({
      ...{ instance, by },
      content: xml === null || files === null ? '' : submissionText({ form, xml, files }),
    })),
    formVersion: page.form?.version ?? null,
    dissents: [...new Set(page.dissents.map((one) => one.criterion))],
    signatures: page.signatures,
    result: page.result === 'green' || page.result === 'yellow' || page.result === 'red' ? page.result : null,
    because: page.phase === 'draft' || page.phase === 'returned' ? [] : page.proposal.because,
    actions: page.actions.map(({ action, criterion, owner, due, origin, text, doneOn, droppedReason }) => ({
      ...{ action, criterion, owner, due, closed: doneOn !== null || droppedReason !== null },
      origin: origin === 'reviewer' || origin === 'rule' ? origin : 'team',
      ...(text === null ? {} : { text }),
    })),
  }
}

const findingOf = ({ criterion, answer, narrative, evidence, sourcesConsulted }: InspectionPage['findings'][number]): CriterionFinding => ({
  ...{ criterion, answer, evidence, sourcesConsulted },
  ...(narrative === null ? {} : { narrative }),
})

type Said = InspectionPage['voices'][number]
/** Everybody's last word, oldest first as far as the page tells: where only one member spoke, the form itself says it. */
export function allVoices(page: InspectionPage): readonly Said[] {
  const told = new Set(page.voices.map((one) => one.criterion))
  const alone = new Map(page.findings.filter((one) => !told.has(one.criterion)).map((one) => [one.criterion, one]))
  return [
    ...page.voices,
    ...[...alone.values()].map(({ criterion, by, answer, narrative, late, marks, recordedAt }) => ({
      ...{ criterion, by, answer, narrative, late, marks, recordedAt },
    })),
  ]
}
function voicesIn(page: InspectionPage): InspectionState['voices'] {
  const voices: Record<string, Record<string, Said['answer']>> = {}
  for (const { criterion, by, answer } of allVoices(page)) voices[criterion] = { ...voices[criterion], [by]: answer }
  return voices
}
