/* Naming three custodians, and the requests that wait in the organisation, for who watches over the data and reads no file. */
import { useState } from 'react'
import type { CustodiansShown, RecoveriesShown } from '../../contract-keys.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { CUSTODIANS } from '../../domain/keys/custodians.ts'
import { GIVERS_NEEDED } from '../../domain/keys/recovery.ts'
import { useColleagues } from '../file/colleagues.ts'
import { Custodians } from './people-lines.tsx'
import '../../../../app/sealing/vault.css'

export function NamingScreen() {
  const { t } = useWords()
  const { answer, data, error, loading, again } = useAnswer<CustodiansShown>('/api/keys/custodians')
  return (
    <Page title={t('keys.naming.title')} under={t('keys.naming.under')} answer={answer}>
      {loading && <Loading />}
      {error && <ErrorState error={error} again={again} />}
      {data && (
        <div className="columns">
          <Panel title={t('keys.naming.now')}>
            {data.custodians.length === 0 ? <Note tone="red">{t('keys.naming.nobody')}</Note> : <Custodians custodians={data.custodians} />}
          </Panel>
          <Panel title={t('keys.naming.choose')}>
            <Naming shown={data} />
          </Panel>
        </div>
      )}
      <Waiting />
      <Source>{t('keys.naming.rule')}</Source>
    </Page>
  )
}

function Naming({ shown }: { readonly shown: CustodiansShown }) {
  const { t } = useWords()
  const { send, sending, error } = useCommand<{ readonly custodians: readonly string[] }>('/api/keys/custodians')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { person } = useColleagues()
  if (shown.fit.length === 0) return <p>{t('keys.naming.none-fit')}</p>
  return (
    <div className="stack">
      {shown.waiting !== null && (
        <Note live>
          {t('keys.naming.waiting')} {shown.waiting.custodians.map(person).join(' ; ')}
        </Note>
      )}
      <div className="choices">
        {shown.fit.map(({ account, fingerprint }) => (
          <CheckChoice
            key={account}
            label={person(account)}
            hint={fingerprint}
            checked={chosen.includes(account)}
            onChecked={(is) => setChosen(is ? [...chosen, account] : chosen.filter((one) => one !== account))}
          />
        ))}
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button
          kind="primary"
          busy={sending}
          disabled={chosen.length !== CUSTODIANS}
          onClick={() =>
            void send({ custodians: chosen }).then(
              () => setChosen([]),
              () => null,
            )
          }
        >
          {t('keys.naming.go')}
        </Button>
      </div>
    </div>
  )
}

function Waiting() {
  const { t } = useWords()
  const { data } = useAnswer<RecoveriesShown>('/api/keys/recoveries')
  const { person } = useColleagues()
  if (data === undefined) return null
  return (
    <Panel title={t('keys.recoveries')}>
      {data.recoveries.length === 0 ? (
        <p className="small">{t('keys.desk.none')}</p>
      ) : (
        <ul className="stack">
          {data.recoveries.map(({ id, account, askedAt, given, because }) => (
            <li key={id}>
              {t(`keys.desk.because.${because}`)} · {person(account)} · <InstantText at={askedAt} /> ·{' '}
              {t('keys.asked', { given, needed: GIVERS_NEEDED })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
