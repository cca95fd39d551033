/* A lot's kind and state in a word with a sign; the four status colours stay with sites. */
import { useWords } from '../../../../app/words.ts'
import type { LotKind, LotState } from '../../contract.ts'
import '../custody.css'

const signs: { readonly [Key in LotState]: string } = {
  held: '▣',
  'in-transit': '→',
  consumed: '◌',
  quarantined: '⊘',
  seized: '⊠',
  rejected: '↩',
  voided: '×',
  exported: '↗',
}
export function LotStateMark({ state }: { readonly state: LotState }) {
  const { t } = useWords()
  return (
    <span className={`lot-state lot-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {t(`lots.state.${state}`)}
    </span>
  )
}
export function LotKindText({ kind }: { readonly kind: LotKind }) {
  const { t } = useWords()
  return <>{t(`lots.kind.${kind}`)}</>
}
