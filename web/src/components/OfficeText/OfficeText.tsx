import './office-text.css';

interface Props {
  children: string;
  /** Several lines, shown as they were written. */
  long?: boolean;
}

/** What a caseworker or their system wrote: always Swedish, whatever the page speaks. */
export function OfficeText({ children, long }: Props) {
  return long ? (
    <p class="office-text" lang="sv">
      {children}
    </p>
  ) : (
    <span lang="sv">{children}</span>
  );
}
