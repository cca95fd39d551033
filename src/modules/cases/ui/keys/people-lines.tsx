/* Custodians without names: their number, their function, their digits. Who they are, the organisation knows. */
import type { KeyHolderShown } from '../../contract-keys.ts'
import { useWords, wordOr } from '../../../../app/words.ts'

export const roleText = (role: string | null): string => (role === null ? '–' : wordOr(`role.${role}`, role))

export function Custodians({ custodians }: { readonly custodians: readonly KeyHolderShown[] }) {
  const { t } = useWords()
  return (
    <ol className="stack">
      {custodians.map(({ account, fingerprint }, at) => (
        <li key={account}>
          {t('keys.custodian', { place: at + 1 })} · <span className="small">{account.slice(-12)}</span>
          <br />
          <span className="key-digits small">{fingerprint}</span>
        </li>
      ))}
    </ol>
  )
}
