/* The runner of forms, for any module's screens: brought only when somebody opens a form, because nobody else needs it. */
import { lazy } from 'react'

export const FormRunner = lazy(async () => ({ default: (await import('../modules/forms/ui/runner/form-runner.tsx')).FormRunner }))
