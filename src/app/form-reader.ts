/* The reader of forms, for any module's screens: brought only where two states of a form stand side by side. */
export const formReader = () => import('../modules/forms/ui/runner/form-reader.ts')
