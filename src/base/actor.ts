/** Who acts: nobody in particular, the operator at the server's own command line, or the system by itself. */

export type Actor =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string }

export const anyone: Actor = { kind: 'anyone' }
