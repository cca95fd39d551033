/* Who reads a name and who has read it, by function and body: for its readers. */
import { useEffect } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { InstantText, instantText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { NameState, SecretNameId } from '../../contract-names.ts'
import { AskOver, Asked } from './name-askings.tsx'
import { rolesText } from './reader-choice.tsx'

type Person = Pick<NameState['readers'][number], 'account' | 'roles' | 'body'>

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
  const whom = (data.asked?.leaveOut ?? []).flatMap((account) => data.readers.filter((one) => one.account === account).map(personText))
  return (
    <>
      {data.asked !== null && <Asked name={name} asked={data.asked} {...{ who: personText(data.asked), whom: whom.join(', '), again }} />}
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
          {data.needsSecond && data.asked === null && (
            <AskOver
              name={name}
              others={data.readers.filter((one) => one.account !== me?.account).map((one) => ({ id: one.account, name: personText(one) }))}
              again={again}
            />
          )}
          <Source>{t('names.second')}</Source>
          {data.grants.length > 0 && <strong>{t('names.grants')}</strong>}
          <ul className="plain-list">
            {data.grants.map((one) => (
              <li key={`${one.account} ${one.until}`}>
                {personText(one)} · {one.isOver ? t('names.grant.over') : t('names.grant.until', { until: instantText(one.until) })}
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
    </>
  )
}
