/* The mark on a case that two custodians opened again: for whom and when, for everybody who reads it. There is no way to take it off. */
import type { Reopenings } from '../../contract-keys.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Note } from '../../../../app/kit/panel.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { useColleagues } from '../file/colleagues.ts'

export function ReopeningMarks({ caseId }: { readonly caseId: string }) {
  const { t } = useWords()
  const { name } = useColleagues()
  const { data } = useAnswer<Reopenings>(`/api/keys/reopenings/${caseId}`)
  if (data === undefined || (data.reopenings.length === 0 && data.asked.length === 0)) return null
  return (
    <Note>
      {data.asked.map(({ account, askedAt, given }) => (
        <p key={`${account} ${askedAt}`}>
          {t('keys.case.asked', { account: account.slice(-12), n: given })} <InstantText at={askedAt} />
        </p>
      ))}
      {data.reopenings.map(({ account, at }) => (
        <p key={`${account} ${at}`}>
          {t('keys.case.mark', { account: name(account) })} <InstantText at={at} />
        </p>
      ))}
    </Note>
  )
}
