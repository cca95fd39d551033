/* Who may read a name: accounts with the right and a key, by function and by the digits of their key; never by name. */
import { useAnswer } from '../../../../app/ask.ts'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { KeyHolderShown } from '../../../cases/contract-keys.ts'

/** As in the contract, without the schema library in the bundle. */
const MOST = 6
export const READERS_PATH = '/api/keys/holders?capability=conflict.named'
interface Holders {
  readonly holders: readonly KeyHolderShown[]
}

export function ReaderChoice({
  chosen,
  onChosen,
}: {
  readonly chosen: readonly KeyHolderShown[]
  readonly onChosen: (chosen: readonly KeyHolderShown[]) => void
}) {
  const { t } = useWords()
  const me = useMe().data
  const { data, error, loading, again } = useAnswer<Holders>(READERS_PATH)
  if (loading) return <Loading />
  if (error) return <ErrorState error={error} again={again} />
  const holders = data?.holders ?? []
  if (holders.length === 0) return <Note>{t('names.readers.none')}</Note>
  const isChosen = (one: KeyHolderShown): boolean => chosen.some(({ key }) => key === one.key)
  const toggle = (one: KeyHolderShown, is: boolean) => {
    if (is && chosen.length >= MOST) return
    onChosen(is ? [...chosen, one] : chosen.filter(({ key }) => key !== one.key))
  }
  return (
    <div className="field" role="group" aria-label={t('names.readers')}>
      <strong>{t('names.readers')}</strong>
      <span className="hint">{t('names.readers.hint', { most: MOST })}</span>
      <div className="choices">
        {holders.map((one) => (
          <CheckChoice
            key={one.key}
            label={`${rolesText(one.roles)}${one.account === me?.account ? ` (${t('names.self')})` : ''}`}
            hint={t('names.fingerprint', { digits: one.fingerprint })}
            checked={isChosen(one)}
            onChecked={(is) => toggle(one, is)}
          />
        ))}
      </div>
      <Source>{t('names.readers.source', { most: MOST })}</Source>
    </div>
  )
}
export const rolesText = (roles: readonly string[]): string => roles.map((role) => wordOr(`role.${role}`, role)).join(', ')
