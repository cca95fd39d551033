/* Who reads a name and who has read it, by function and body: for its readers. */
import { useEffect } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { NameState, SecretNameId } from '../../contract-names.ts'
import { rolesText } from './reader-choice.tsx'

type Person = NameState['readers'][number] | NameState['looks'][number]

export function NameReaders({ name }: { readonly name: SecretNameId }) {
  const { t } = useWords()
  const me = useMe().data
  const { data, error, loading, again } = useAnswer<NameState>(`/api/conflict/names/${name}`)
  // A look of a moment ago belongs on the list; an answer kept from before it would not have it.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(again, [name])
  if (loading) return <Loading />
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return null
  const personText = ({ account, roles, body }: Person): string => {
    const said = [rolesText(roles), body].filter(Boolean).join(' · ') || t('names.reader.closed')
    return account === me?.account ? `${said} (${t('names.self')})` : said
  }
  return (
    <div className="columns">
      <div className="stack">
        <strong>{t('names.readers.now')}</strong>
        <ul className="plain-list">
          {data.readers.map((one) => (
            <li key={one.account}>
              {personText(one)}
              {!one.isPresent && <span className="small"> {t('names.reader.gone')}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div className="stack">
        <strong>{t('names.looks')}</strong>
        {data.looks.length === 0 && <p className="small">{t('names.looks.none')}</p>}
        <ul className="plain-list">
          {data.looks.map((one) => (
            <li key={`${one.account} ${one.at}`}>
              {personText(one)} · <InstantText at={one.at} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
