/*
Signing in: address and password, then a code where the account asks for one. On a demonstration server the invented people
are listed with their roles. After signing in the person returns to where they were going, inside this app only.
*/
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { post, troubleOf } from '../../../app/api.ts'
import { isFieldDevice } from '../../../app/device.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { TextField } from '../../../app/kit/field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { Preferences, roleText } from '../../../app/shell/preferences.tsx'
import { type DemoAccount, forgetAnswers, useAbout } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { insidePath } from './inside-path.ts'
import { TotpStep } from './totp-step.tsx'

/** On a telephone in the field people come in by PIN only: what a session of a password asks would be kept in clear. */
export function SignInScreen() {
  const { t } = useWords()
  if (!isFieldDevice()) return <SignIn />
  return (
    <div className="bare">
      <h1>{t('app.name')}</h1>
      <EmptyState title={t('phone.sign-in.not-here')}>
        <AppLink to="/field" className="btn">
          {t('phone.title')}
        </AppLink>
      </EmptyState>
    </div>
  )
}

function SignIn() {
  const { t, language } = useWords()
  const [url] = useUrlState()
  const navigate = useNavigate()
  const [needsCode, setNeedsCode] = useState(false)
  const arrive = async () => {
    await forgetAnswers()
    await navigate({ href: insidePath(url['to']), replace: true })
  }
  return (
    <div className="bare">
      <header>
        <h1>{t('app.name')}</h1>
        <p className="small">{t('sign-in.what')}</p>
      </header>
      {needsCode ? (
        <TotpStep arrive={arrive} back={() => setNeedsCode(false)} />
      ) : (
        <PasswordStep arrive={arrive} askCode={() => setNeedsCode(true)} />
      )}
      <AppLink to="/verify" className="btn">
        {t('verify-page.link')}
      </AppLink>
      {/* A page of the server without script, outside this app. */}
      <a href={`/register?language=${language}`} className="btn">
        {t('sign-in.register')}
      </a>
      <a href={`/report?l=${language}`} className="btn">
        {t('sign-in.report')}
      </a>
      <a href={`/outcomes?language=${language}`} className="btn">
        {t('sign-in.outcomes')}
      </a>
      <div className="columns">
        <Preferences />
      </div>
    </div>
  )
}

interface SignedIn {
  readonly twoFactorRedirect?: boolean
}
function PasswordStep({ arrive, askCode }: { readonly arrive: () => Promise<void>; readonly askCode: () => void }) {
  const { t } = useWords()
  const accounts = useAbout().data?.demoAccounts ?? []
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const enter = async ({ email: address, password: secret }: { readonly email: string; readonly password: string }) => {
    setBusy(true)
    setError(null)
    try {
      const answer = await post<SignedIn>('/api/auth/sign-in/email', { email: address, password: secret })
      if (answer.twoFactorRedirect) askCode()
      else await arrive()
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter({ email, password })
  }
  return (
    <>
      <Panel title={t('sign-in.title')}>
        <form className="stack" onSubmit={submit}>
          <TextField label={t('sign-in.email')} type="email" autoComplete="username" required value={email} onValue={setEmail} />
          <TextField
            label={t('sign-in.password')}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onValue={setPassword}
          />
          {error !== null && <SignInTrouble error={error} />}
          <div className="form-actions">
            <Button kind="primary" type="submit" busy={busy}>
              {t('sign-in.go')}
            </Button>
          </div>
        </form>
      </Panel>
      {accounts.length > 0 && <DemoAccounts accounts={accounts} enter={(who) => void enter(who)} />}
    </>
  )
}

function SignInTrouble({ error }: { readonly error: unknown }) {
  const { t } = useWords()
  const { kind } = troubleOf(error)
  if (kind === 'offline' || kind === 'fault' || kind === 'too-many') return <ErrorState error={error} />
  return (
    <div role="alert">
      <Note tone="red">
        <b>{t('sign-in.wrong')}</b> {t('sign-in.wrong.do')}
      </Note>
    </div>
  )
}

function DemoAccounts({ accounts, enter }: { readonly accounts: readonly DemoAccount[]; readonly enter: (who: DemoAccount) => void }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('sign-in.demo')}>
      <p className="small">{t('sign-in.demo.explain')}</p>
      <ul className="plain-list stack" style={{ marginTop: 10, gap: 8 }}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button type="button" className="choice" onClick={() => enter(account)}>
              <span>
                {roleText(account.role)}
                <small>{account.does[language]}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
