/* Access of telephones with ODK Collect: one made for an account in a role and shown once as the code of the settings; all of them listed, withdrawn. */
import { type FormEvent, useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { roleText } from '../../../app/shell/preferences.tsx'
import { type Language, useWords } from '../../../app/words.ts'
import type { CollectLogins, MadeCollectLogin } from '../desk-words.ts'
import { LoginTable } from './login-table.tsx'
import { MadeLogin } from './made-login.tsx'
import { usePost } from './use-post.ts'

export function CollectScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<CollectLogins>('/api/collect-logins')
  const [made, setMade] = useState<MadeCollectLogin | null>(null)
  const show = (login: MadeCollectLogin) => {
    setMade(login)
    again()
  }
  return (
    <Page title={t('collect.title')} under={t('collect.under')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {made === null ? <MakeLogin accounts={data.accounts} onMade={show} /> : <MadeLogin made={made} onDone={() => setMade(null)} />}
          <Panel title={t('collect.logins')}>
            <LoginTable data={data} again={again} />
          </Panel>
        </>
      )}
    </Page>
  )
}

interface MakeLoginProps {
  readonly accounts: CollectLogins['accounts']
  readonly onMade: (made: MadeCollectLogin) => void
}
function MakeLogin({ accounts, onMade }: MakeLoginProps) {
  const { t, language: here } = useWords()
  const [account, setAccount] = useState('')
  const [role, setRole] = useState('')
  const [language, setLanguage] = useState<Language>(here)
  const { send, busy, error } = usePost<MadeCollectLogin>('/api/collect-logins')
  const roles = accounts.find((one) => one.account === account)?.roles ?? []
  const chosen = roles.length === 1 ? (roles[0] ?? '') : role
  const choose = (next: string) => {
    setAccount(next)
    setRole('')
  }
  const make = async (event: FormEvent) => {
    event.preventDefault()
    const done = await send({ account, role: chosen, language })
    if (done) onMade(done)
  }
  const named = accounts.map((one) => ({
    value: one.account,
    label: `${one.organisationName ?? '–'} · ${one.roles.map(roleText).join(', ')} · ${one.account.slice(-6)}`,
  }))
  return (
    <Panel title={t('collect.make')}>
      <form className="stack" onSubmit={(event) => void make(event)}>
        <p className="small">{t('collect.make.explain')}</p>
        <SelectField
          label={t('collect.account')}
          hint={t('collect.account.hint')}
          value={account}
          options={[{ value: '', label: t('collect.account.choose') }, ...named]}
          onValue={choose}
          required
        />
        <div className="field-row two">
          <SelectField
            label={t('collect.role')}
            value={chosen}
            options={[{ value: '', label: t('collect.role.choose') }, ...roles.map((value) => ({ value, label: roleText(value) }))]}
            onValue={setRole}
            required
          />
          <SelectField
            label={t('collect.language')}
            value={language}
            options={[
              { value: 'fr', label: t('collect.language.fr') },
              { value: 'en', label: t('collect.language.en') },
            ]}
            onValue={setLanguage}
          />
        </div>
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy} disabled={account === '' || chosen === ''}>
            {t('collect.make.go')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
