/* What is being filled in, in which version and language, whether it is kept, and the way out that loses nothing. */
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'
import type { RunHands } from './use-form-run.ts'

export interface RunnerHeadProps {
  readonly hands: RunHands
  readonly hash: string | undefined
  readonly onLeave: (() => void) | undefined
}
export function RunnerHead({ hands, hash, onLeave }: RunnerHeadProps) {
  const { t } = useWords()
  const { form, language } = hands.run
  return (
    <div className="run-head">
      <p className="small">
        <b>{form.title}</b> · {t('run.version', { version: form.version })}
        {hash && <> · {t('run.hash', { hash: hash.slice(0, 8) })}</>}
      </p>
      <div className="row tight no-print">
        {form.words.languages.length > 1 && (
          <select
            className="input run-language"
            aria-label={t('run.language')}
            value={language}
            onChange={(event) => hands.speak(event.target.value)}
          >
            {form.words.languages.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
        {onLeave && (
          <>
            <span className="kept-here" role="status">
              {hands.kept && `✓ ${t('run.kept')}`}
            </span>
            <Button kind="quiet" onClick={onLeave}>
              {t('run.leave')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
