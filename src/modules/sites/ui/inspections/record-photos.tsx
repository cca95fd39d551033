/* The photographs that one record brought. Nothing where the answers are not for who reads: the register names no file then. */
import { openPhone } from '../../../../app/field/phone.ts'
import { useWords } from '../../../../app/words.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { PhotoShown } from './photo-shown.tsx'

export interface RecordPhotosProps {
  readonly page: Pick<InspectionPage, 'inspection' | 'awaitedFiles'>
  readonly record: Pick<InspectionPage['answers'][number], 'files'>
  readonly isAtOnce?: boolean
}
export function RecordPhotos({ page, record, isAtOnce = false }: RecordPhotosProps) {
  const { t } = useWords()
  // What is still on its way may lie on this telephone; a desk has nobody to ask for it.
  const isThere = (sha256: string) => openPhone() !== null || page.awaitedFiles?.includes(sha256) !== true
  const photos = (record.files ?? []).filter(({ file }) => file.mediaType.startsWith('image/') && isThere(file.sha256))
  if (photos.length === 0) return null
  return (
    <span className="row tight record-photos">
      {photos.map(({ file }, at) => (
        <PhotoShown
          key={file.sha256}
          inspection={page.inspection}
          sha256={file.sha256}
          label={t('photo.number', { n: at + 1, of: photos.length })}
          isAtOnce={isAtOnce}
        />
      ))}
    </span>
  )
}
