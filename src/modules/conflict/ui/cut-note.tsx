/* Said on the screen where a list holds the newest rows and not all: a number that looks whole would be taken for one. */
import { Note } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { Cut } from '../contract-cut.ts'

export function CutNote({ cut }: { readonly cut: Cut | null | undefined }) {
  const { t } = useWords()
  return cut ? <Note tone="calm">{t('conflict.cut', { n: cut.listed, total: cut.total })}</Note> : null
}
