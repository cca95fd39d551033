/* Minerals by their letters, with the word for those who do not read letters. */
import type { Mineral } from '../../modules/sites/contract.ts'
import { useWords } from '../words.ts'

export function MineralMark({ mineral, withName = false }: { readonly mineral: Mineral; readonly withName?: boolean }) {
  const { t } = useWords()
  const name = t(`mineral.${mineral}`)
  const letters = mineral === 'other' ? t('mineral.other.short') : mineral
  return (
    <>
      <abbr className="mineral" title={name} style={{ textDecoration: 'none' }}>
        {letters}
      </abbr>
      {withName && <> {name}</>}
    </>
  )
}

export function MineralMarks({ minerals }: { readonly minerals: readonly Mineral[] }) {
  const { t } = useWords()
  if (minerals.length === 0) return <span className="ink-3">{t('app.unknown')}</span>
  return (
    <span className="minerals">
      {minerals.map((mineral) => (
        <MineralMark key={mineral} mineral={mineral} />
      ))}
    </span>
  )
}
