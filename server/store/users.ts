/** What people are here for. What each may do is said in `server/api/permissions.ts`. */
export type Role = 'admin' | 'supervisor' | 'agent' | 'analyst' | 'viewer';

/** Somebody who may sign in. */
export interface UserRecord {
  readonly id: string;
  /** In small letters; nobody else has it. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Hashed, never shown, never logged. */
  readonly password: string;
  /** Somebody else made up the password: its owner should choose another. */
  readonly mustChoose?: boolean;
  readonly language?: 'en' | 'th';
  readonly createdAt: number;
  /** When they were last here, to the hour. */
  readonly seenAt?: number;
  /** May not sign in. */
  readonly disabled?: boolean;
}

/** What may change about somebody. */
export type UserChange = Partial<Omit<UserRecord, 'id' | 'email' | 'createdAt'>>;

export interface Users {
  get(id: string): Promise<UserRecord | undefined>;
  byEmail(email: string): Promise<UserRecord | undefined>;
  all(): Promise<readonly UserRecord[]>;
  /** Whether there is anybody at all. */
  any(): Promise<boolean>;
  /** Adds somebody unless the id or the email is taken; says whether it did. */
  add(user: UserRecord): Promise<boolean>;
  /** Changes only what is given; resolves to the whole, if there is such a user. */
  change(id: string, change: UserChange): Promise<UserRecord | undefined>;
  remove(id: string): Promise<boolean>;
}

/** A browser that somebody signed in with. */
export interface SignInRecord {
  /** A hash of what the browser carries: who reads the database cannot sign in with it. */
  readonly id: string;
  /** Nobody in particular, when it was opened with the admin key. */
  readonly user?: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** Epoch ms; after that it is as if it had never been. */
  readonly expiresAt: number;
  readonly userAgent: string;
}

export interface SignIns {
  add(signIn: SignInRecord): Promise<void>;
  get(id: string): Promise<SignInRecord | undefined>;
  /** It was used: it lives on. */
  seen(id: string, seenAt: number, expiresAt: number): Promise<void>;
  end(id: string): Promise<void>;
  /** Ends every sign-in of somebody but one. */
  endOf(user: string, except?: string): Promise<void>;
}
