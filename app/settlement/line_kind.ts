/** What a line of a run is: a service, or one of the ways in which money moves from one statement to another. */
export type LineKind = 'service' | 'correction' | 'carry_forward' | 'arrears' | 'abatement'
