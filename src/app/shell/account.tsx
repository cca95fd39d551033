/* Who am I here: role and organisation, language, aspect, the ways out. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api.ts'
import { isFieldDevice } from '../device.ts'
import { AppLink, Button } from '../kit/button.tsx'
import { SelectField } from '../kit/field.tsx'
import { Note } from '../kit/panel.tsx'
import { chooseTheme, keptTheme, type Theme, themes } from '../theme.ts'
import { forgetAnswers, type Me } from '../who.ts'
import { chooseLanguage, languages, useWords, wordOr } from '../words.ts'

export const roleText = (role: string): string => wordOr(`role.${role}`, role.replaceAll('_', ' ').toLowerCase())

export function Account({ me }: { readonly me: Me }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [stuck, setStuck] = useState(false)
  const leave = async (path: string) => {
    const left = await post(path, {}).then(
      () => true,
      () => false,
    )
    await forgetAnswers()
    if (left) await navigate({ to: '/sign-in' })
    setStuck(!left)
  }
  return (
    <section className="account" aria-label={t('app.account')}>
      <p className="small">
        <b>{me.roles.map(roleText).join(', ')}</b>
        <br />
        {me.organisation?.name ?? t('app.no-organisation')}
      </p>
      <Preferences />
      {stuck && (
        <div role="alert">
          <Note tone="red">{t('app.sign-out.stuck')}</Note>
        </div>
      )}
      <div className="stack" style={{ gap: 0 }}>
        <AppLink to="/security">{t('app.security')}</AppLink>
        {isFieldDevice() ? (
          <AppLink to="/field/settings">{t('phone.remove-person')}</AppLink>
        ) : (
          <>
            <Button kind="quiet" onClick={() => void leave('/api/auth/sign-out')}>
              {t('app.sign-out')}
            </Button>
            <Button kind="quiet" onClick={() => void leave('/api/sign-out-everywhere')}>
              {t('app.sign-out-everywhere')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** Language and aspect: for strangers too. */
export function Preferences() {
  const { t, language } = useWords()
  const [theme, setTheme] = useState<Theme>(keptTheme)
  const change = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <>
      <SelectField
        label={t('app.language')}
        value={language}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        onValue={(code) => void chooseLanguage(code)}
      />
      <SelectField
        label={t('app.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
        onValue={change}
      />
    </>
  )
}
