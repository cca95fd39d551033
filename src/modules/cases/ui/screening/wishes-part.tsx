/* S8: what the person needs first, wants next, and whom nobody may tell. All of it words of the person, so all of it in the coffre. */
import { useWords } from '../../../../app/words.ts'
import { CoffrePart, LongWords } from './coffre.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabel } from './question-labels.ts'

export function WishesPart(props: PartProps) {
  const { t, language } = useWords()
  const { version } = props
  return (
    <CoffrePart title={t('interview.coffre.story')}>
      <LongWords {...props} name="urgentNeeds" label={questionLabel('urgent-needs', version)[language]} rows={3} />
      <LongWords {...props} name="wishes" label={questionLabel('wishes', version)[language]} rows={3} />
      <LongWords {...props} name="whomNotToTell" label={questionLabel('whom-not-to-tell', version)[language]} rows={2} />
      <LongWords {...props} name="story" label={t('interview.story')} hint={t('interview.story.hint')} rows={6} />
    </CoffrePart>
  )
}
