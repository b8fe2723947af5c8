/**
 * The no-break spaces of French, before : ; ! ? and inside « », for templates that are typed with plain ones. To the
 * expressions of a template, between braces, either space is the same.
 */
export function frenchSpaces(text: string): string {
  return text.replaceAll(/ (?=[:;!?»])/g, '\u00a0').replaceAll('« ', '«\u00a0')
}
