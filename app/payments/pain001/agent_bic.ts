import { findText, type XmlElement } from '#app/payments/read_xml'

/** The BIC of a bank at a path ('CdtrAgt'), under its .09 or .03 name; null when there is none. */
export function agentBic(from: XmlElement, agent: string): string | null {
  const bank = `${agent}/FinInstnId`
  return findText(from, `${bank}/BICFI`) ?? findText(from, `${bank}/BIC`)
}
