interface Mended {
  href: string
  label: string
}

/** Where a reason of the gates is mended: the page of what it is about. */
export function reasonLink(
  code: string,
  about: { conventionId: number; association?: { id: number; code: string } }
): Mended | null {
  const { conventionId, association } = about
  if (!association) {
    return { href: `/conventions/${conventionId}`, label: 'Voir la convention' }
  }
  if (code.startsWith('COMPTE_')) {
    return {
      href: `/coordonnees-bancaires?q=${encodeURIComponent(association.code)}`,
      label: 'Voir ses coordonnées bancaires',
    }
  }
  if (code === 'RECLAMATION_OUVERTE') {
    return {
      href: `/reclamations?q=${encodeURIComponent(association.code)}&etat=open`,
      label: 'Voir ses réclamations',
    }
  }
  return { href: `/associations/${association.id}`, label: 'Voir l’association' }
}
