/* Ce que l’on dit à un programme, ou à qui ouvre une adresse à la main, quand rien ne répond à un identifiant. */
export const fr = {
  'refusal.unknown-credential':
    'Aucune attestation ne porte cette adresse : vérifiez la version d’UNTP et le numéro. Un site sans arrêté n’en a pas.',
  'refusal.not-an-identifier':
    'Cette adresse ne peut pas être un identifiant. Recopiez-la telle qu’elle est imprimée, chiffre de contrôle compris.',
  'refusal.unknown-identifier': 'Cet identifiant est bien formé, mais le registre ne connaît rien sous ce nom. Demandez à qui l’a émis.',
  'refusal.unknown-link-type': 'Rien de ce genre n’existe pour cet objet. Demandez la liste des liens avec ?linkType=linkset.',
  'refusal.not-a-link-type': 'Le genre de lien demandé ne peut pas se lire. Écrivez par exemple ?linkType=untp:dcc ou ?linkType=linkset.',
} as const
