/* The passphrase of every fictional person of the demonstration, as public as their password. */
export const DEMO_PASSPHRASE = 'lukanda rivière colline matin 2026'
