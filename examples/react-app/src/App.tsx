import { useState } from 'react'
import { notices } from './notices'

// The street's notice board: newest first, done ones can be hidden.
function App() {
  const [showDone, setShowDone] = useState(false)
  const shown = notices.filter((notice) => showDone || !notice.done)

  return (
    <main>
      <h1>Elm Street Notices</h1>
      <label>
        <input type="checkbox" checked={showDone} onChange={() => setShowDone(!showDone)} /> show what is done
      </label>
      <ul>
        {shown.map((notice) => (
          <li key={notice.id} className={notice.done ? 'done' : undefined}>
            {notice.text}
          </li>
        ))}
      </ul>
    </main>
  )
}

export default App
