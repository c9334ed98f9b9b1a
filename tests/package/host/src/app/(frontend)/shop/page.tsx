export default function ShopPage() {
  return (
    <>
      <h1>Everything we sell</h1>
      <p>
        With <a href="https://example.com">more of it</a> elsewhere.
      </p>
      <ul>
        <li className="flex">A thing</li>
      </ul>
      <button type="button">Buy</button>
    </>
  )
}
