/* Custodians as whoever needs them must know them: by name at a desk, else by function; with their digits, to be compared by voice. */
import type { KeyHolderShown } from '../../contract-keys.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { useColleagues } from '../file/colleagues.ts'

export const roleText = (role: string | null): string => (role === null ? '–' : wordOr(`role.${role}`, role))

export function Custodians({ custodians }: { readonly custodians: readonly KeyHolderShown[] }) {
  const { t } = useWords()
  const { person } = useColleagues()
  return (
    <ol className="stack">
      {custodians.map(({ account, fingerprint }, at) => (
        <li key={account}>
          {t('keys.custodian', { place: at + 1 })} · {person(account)}
          <br />
          <span className="key-digits small">{fingerprint}</span>
        </li>
      ))}
    </ol>
  )
}
