/* Who am I here: role and organisation, language, aspect, the ways out. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api.ts'
import { isFieldDevice } from '../device.ts'
import { AppLink, Button } from '../kit/button.tsx'
import { Note } from '../kit/panel.tsx'
import { forgetAnswers, type Me } from '../who.ts'
import { useWords } from '../words.ts'
import { Preferences, roleText } from './preferences.tsx'

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
