import type { Register } from '#app/keeping/privacy/read_register'

/** The register in Markdown. */
export function registerLines({ controller, treatments }: Register): string[] {
  return [
    '# Registre des activités de traitement',
    '',
    `Responsable de traitement\u00a0: ${controller ?? 'à enregistrer dans les réglages'}. Les bases légales sont proposées\u00a0: elles se décident avec le délégué à la protection des données.`,
    '',
    ...treatments.flatMap(({ name, purpose, basis, people, recipients, kept, tables }) => [
      `## ${name}`,
      '',
      `- Finalité\u00a0: ${purpose}`,
      `- Base légale proposée\u00a0: ${basis}`,
      `- Personnes et données\u00a0: ${people}`,
      `- Destinataires\u00a0: ${recipients}`,
      `- Durée\u00a0: ${kept}`,
      '',
      ...tables.map((table) => `  - ${table.name}\u00a0: ${table.about ?? ''}`),
      '',
    ]),
  ]
}
