import type { ReactNode } from 'react';

/** A titled part of a step. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="rpart">
      <h4>{title}</h4>
      {children}
    </section>
  );
}
