/* What refusals of webhooks say, in French. */
export const fr = {
  'refusal.unknown-webhook': 'Ce webhook est inconnu ou déjà arrêté. Rechargez la liste.',
  'refusal.unknown-webhook-delivery': 'Cet envoi est inconnu. Rechargez la liste.',
  'refusal.webhook-without-kinds': 'Choisissez au moins un genre de nouvelle.',
  'refusal.webhook-address-not-allowed':
    'Cette adresse n’est pas permise : elle mène à un réseau privé ou n’est pas une adresse web. L’exploitant peut la permettre (CHANZO_WEBHOOK_PRIVATE).',
  'refusal.webhook-needs-https': 'L’adresse doit commencer par https://. Demandez-la à celui qui reçoit.',
} as const
