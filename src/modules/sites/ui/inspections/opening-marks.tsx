/* What was unusual when a form was opened without network: said, because the visit took place all the same. */
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

export function OpeningMarks({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  if (page.marks.length === 0) return null
  return (
    <Note>
      <b>{t('opening.marks')}</b> {page.marks.map((mark) => t(`fill.mark.${mark}`)).join(' · ')}
    </Note>
  )
}
